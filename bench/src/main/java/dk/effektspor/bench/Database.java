package dk.effektspor.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A look into the server's own PostgreSQL. */
final class Database implements AutoCloseable {

    private final Connection connection;

    Database(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
    }

    long events() throws SQLException {
        return number("select count(*) from event");
    }

    /** With everything that belongs to the table: indexes and what lies out of line. */
    double bytesPerEvent() throws SQLException {
        return number("select pg_total_relation_size('event')") / (double) events();
    }

    /** With indexes and what lies out of line. */
    double ledgerBytesPerEvent() throws SQLException {
        return number("select pg_total_relation_size('ledger_tile') + pg_total_relation_size('ledger_position')")
                / (double) events();
    }

    /** Ids of so many events, from all over the log. */
    List<String> someEvents(int count) throws SQLException {
        List<String> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select event_identifier from event order by md5(event_identifier) limit " + count)) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    /**
     * Adds a copy of the first so many events under new case ids, as the same citizens' further cases. They were stored by
     * the service; a million of them through the API would take the better part of an hour.
     */
    void copy(long events, int copy) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    insert into event (aggregate_identifier, sequence_number, event_identifier, type, time_stamp,
                        payload_type, payload_revision, payload, meta_data)
                    select copied, sequence_number, md5(event_identifier || %1$d)::uuid::text, type, time_stamp,
                        payload_type, payload_revision,
                        convert_to(replace(convert_from(payload, 'UTF8'), aggregate_identifier, copied), 'UTF8'),
                        meta_data
                    from (select *, md5(aggregate_identifier || %1$d)::uuid::text copied
                        from event order by global_index limit %2$d) original
                    order by global_index""".formatted(copy, events));
        }
    }

    /**
     * Has PostgreSQL begin its log anew in the files that it has, as it does each five minutes: until the first time each of
     * its files is a new one, which is to be filled with zeros first, and that is no measure of what comes after.
     */
    static void checkpoint(String url) throws SQLException {
        try (Database database = new Database(url);
                Statement statement = database.connection.createStatement()) {
            statement.execute("checkpoint");
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
