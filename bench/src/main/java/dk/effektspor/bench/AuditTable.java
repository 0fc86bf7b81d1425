package dk.effektspor.bench;

import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The yardstick of a state at a point: what is usually built instead, a table with a row for each change of a field, its old
 * and its new value, both clocks, and an index for the question "as of".
 */
final class AuditTable implements AutoCloseable {

    private static final int FIELDS = 40;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);

    private final Connection connection;
    private final PreparedStatement asOf;

    AuditTable(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table if not exists bench_audit (id bigint generated always as identity primary key,"
                            + " case_id uuid not null, field text not null, old_value text, new_value text, valid_from date not null,"
                            + " changed_at timestamptz not null, changed_by text not null)");
            statement.execute("create index if not exists bench_audit_as_of on bench_audit"
                    + " (case_id, field, valid_from desc, changed_at desc)");
        }
        asOf = connection.prepareStatement("select distinct on (field) field, new_value, changed_by from bench_audit"
                + " where case_id = ? and changed_at <= ? and valid_from <= ?"
                + " order by field, valid_from desc, changed_at desc");
    }

    /** Keeps so many changes of one case and gives the case's id. */
    UUID keep(int changes) throws SQLException {
        UUID caseId = UUID.randomUUID();
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into bench_audit"
                        + " (case_id, field, old_value, new_value, valid_from, changed_at, changed_by) values (?, ?, ?, ?, ?, ?, ?)")) {
            for (int i = 0; i < changes; i++) {
                insert.setObject(1, caseId);
                insert.setString(2, "field-" + i % FIELDS);
                insert.setString(3, "value " + (i - FIELDS));
                insert.setString(4, "value " + i + " of a field that says something about an invented citizen");
                insert.setDate(5, Date.valueOf(FIRST.plusDays(i % 90)));
                insert.setTimestamp(
                        6, Timestamp.from(Instant.parse("2026-01-05T08:00:00Z").plusSeconds(i * 60L)));
                insert.setString(7, "sagsbehandler");
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze bench_audit");
        }
        return caseId;
    }

    /** Each field's value on a date as known now; fails if there is none. */
    void ask(UUID caseId, LocalDate validAt) throws SQLException {
        asOf.setObject(1, caseId);
        asOf.setTimestamp(2, Timestamp.from(Instant.parse("2027-01-01T00:00:00Z")));
        asOf.setDate(3, Date.valueOf(validAt));
        int fields = 0;
        try (ResultSet rows = asOf.executeQuery()) {
            while (rows.next()) {
                rows.getString(2);
                fields++;
            }
        }
        if (fields == 0) {
            throw new IllegalStateException("The audit table knows nothing of the case on " + validAt);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
