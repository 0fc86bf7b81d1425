package dk.effektspor.query.access;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code access_entry}, and {@code access_horizon}, where it begins. */
final class AccessRows {

    static final String COLUMNS = "position, seen_at, actor, role, unit, client, correlation, operation, request,"
            + " purpose, status, others, cases, citizens, hash";

    private static final String INSERT =
            "insert into access_entry (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final JdbcTemplate sql;

    AccessRows(JdbcTemplate sql) {
        this.sql = sql;
    }

    void insert(List<Entry> entries) {
        sql.batchUpdate(INSERT, entries, entries.size(), AccessRows::fill);
    }

    /** Entries after a position, in order. */
    List<Entry> after(long position, int limit) {
        return sql.query(
                "select " + COLUMNS + " from access_entry where position > ? order by position limit ?",
                AccessRows::entry,
                position,
                limit);
    }

    /** The last place of the chain. */
    Link end() {
        return sql
                .query("select position, hash from access_entry order by position desc limit 1", AccessRows::link)
                .stream()
                .findFirst()
                .or(this::horizon)
                .orElse(Link.BEFORE_THE_FIRST);
    }

    /** The last place that was deleted when its time was over. */
    Optional<Link> horizon() {
        return sql.query("select position, hash from access_horizon", AccessRows::link).stream()
                .findFirst();
    }

    static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("position"),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                new Look(
                        new Look.Who(
                                row.getString("actor"),
                                row.getString("role"),
                                row.getString("unit"),
                                row.getString("client"),
                                row.getString("correlation")),
                        row.getString("operation"),
                        row.getString("request"),
                        row.getString("purpose"),
                        row.getInt("status"),
                        row.getInt("others"),
                        List.of((UUID[]) row.getArray("cases").getArray()),
                        List.of((UUID[]) row.getArray("citizens").getArray())),
                hex(row));
    }

    private static Link link(ResultSet row, int number) throws SQLException {
        return new Link(row.getLong("position"), hex(row));
    }

    private static String hex(ResultSet row) throws SQLException {
        return HexFormat.of().formatHex(row.getBytes("hash"));
    }

    private static void fill(PreparedStatement row, Entry entry) throws SQLException {
        Look look = entry.look();
        Look.Who who = look.who();
        row.setLong(1, entry.position());
        row.setObject(2, entry.seenAt().atOffset(ZoneOffset.UTC));
        row.setString(3, who.actor());
        row.setString(4, who.role());
        row.setString(5, who.unit());
        row.setString(6, who.client());
        row.setString(7, who.correlation());
        row.setString(8, look.operation());
        row.setString(9, look.request());
        row.setObject(10, look.purpose(), Types.VARCHAR);
        row.setInt(11, look.status());
        row.setInt(12, look.others());
        row.setArray(13, ids(row, look.cases()));
        row.setArray(14, ids(row, look.citizens()));
        row.setBytes(15, HexFormat.of().parseHex(entry.hash()));
    }

    private static Array ids(PreparedStatement row, List<UUID> ids) throws SQLException {
        return row.getConnection().createArrayOf("uuid", ids.toArray());
    }
}
