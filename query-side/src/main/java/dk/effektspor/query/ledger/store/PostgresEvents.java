package dk.effektspor.query.ledger.store;

import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.ledger.StoredEvents;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The event table. What is asked on one call is one statement, so one snapshot. */
public final class PostgresEvents implements StoredEvents, SettledEvents {

    private static final String COLUMNS = """
            select global_index, event_identifier, aggregate_identifier, sequence_number, type, time_stamp, payload_type,
                   payload_revision, payload, meta_data from event
            """;

    private static final RowMapper<StoredEvent> EVENT = PostgresEvents::event;

    private final JdbcTemplate sql;
    private final SettledPrefix settled = new SettledPrefix(this::after, this::writers);

    public PostgresEvents(DataSource database) {
        sql = new JdbcTemplate(database);
        // A page is fetched whole, and the driver asks for it in one message.
        sql.setFetchSize(0);
    }

    @Override
    public List<StoredEvent> after(long globalIndex, int limit) {
        return sql.query(COLUMNS + "where global_index > ? order by global_index limit ?", EVENT, globalIndex, limit);
    }

    @Override
    public List<StoredEvent> ofStream(String stream, long fromSequence, int limit) {
        return sql.query(
                COLUMNS + "where aggregate_identifier = ? and sequence_number >= ? order by sequence_number limit ?",
                EVENT,
                stream,
                fromSequence,
                limit);
    }

    /** By way of the ledger, since the event table has no index by event id. */
    @Override
    public Optional<StoredEvent> withId(String eventId) {
        return sql
                .query(
                        COLUMNS
                                + "where event_identifier = ? and global_index = (select global_index from ledger_position where event_id = ?)",
                        EVENT,
                        eventId,
                        EventKey.of(eventId))
                .stream()
                .findFirst();
    }

    @Override
    public List<StoredEvent> settledAfter(long globalIndex, int limit) {
        return settled.after(globalIndex, limit);
    }

    @Override
    public long head() {
        Long head = sql.queryForObject("select coalesce(max(global_index), -1) from event", Long.class);
        return head == null ? -1 : head;
    }

    /** The transactions that have written to the event table, or are about to, and have not ended. */
    private Set<String> writers() {
        return new HashSet<>(sql.queryForList("""
                select distinct virtualtransaction from pg_locks
                where locktype = 'relation' and relation = 'event'::regclass and mode = 'RowExclusiveLock' and granted
                  and database = (select oid from pg_database where datname = current_database())""", String.class));
    }

    private static StoredEvent event(ResultSet row, int number) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getBytes(9),
                row.getBytes(10));
    }
}
