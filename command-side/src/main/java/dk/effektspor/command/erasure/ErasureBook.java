package dk.effektspor.command.erasure;

import dk.effektspor.command.platform.PersonalTraces.Removed;
import dk.effektspor.platform.postgres.DeadRows;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.citizen.ErasureRequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The table {@code erasure}: which requests there may be, and what has been done about them. */
final class ErasureBook {

    private static final RowMapper<Entry> ENTRY = (rs, i) -> new Entry(
            new CitizenId(rs.getObject("citizen_id", UUID.class)),
            new ErasureRequestId(rs.getObject("request_id", UUID.class)),
            done(rs),
            instant(rs, "done_at"));

    private final JdbcTemplate jdbc;

    ErasureBook(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A request, which came to nothing if the citizen's events do not tell of it.
     *
     * @param done absent as long as the key is there
     */
    record Entry(
            CitizenId citizen,
            ErasureRequestId request,
            @Nullable Done done,
            @Nullable Instant doneAt) {}

    /**
     * What was done.
     *
     * @param files how far the database's own files were cleaned; absent until they are
     */
    record Done(
            int cases,
            long events,
            int keys,
            Removed removed,
            Instant destroyedAt,
            DeadRows.@Nullable Outcome files,
            @Nullable Instant filesAt) {}

    void note(CitizenId citizen, ErasureRequestId request) {
        jdbc.update(
                "insert into erasure (citizen_id, request_id) values (?, ?) on conflict do nothing",
                citizen.value(),
                request.value());
    }

    List<Entry> undone() {
        return jdbc.query("select * from erasure where done_at is null order by noted_at", ENTRY);
    }

    /** The latest, at most so many. */
    List<Entry> latest(int most) {
        return jdbc.query("select * from erasure order by noted_at desc, request_id limit ?", ENTRY, most);
    }

    Optional<Entry> find(CitizenId citizen, ErasureRequestId request) {
        return jdbc
                .query(
                        "select * from erasure where citizen_id = ? and request_id = ?",
                        ENTRY,
                        citizen.value(),
                        request.value())
                .stream()
                .findFirst();
    }

    void destroyed(CitizenId citizen, ErasureRequestId request, int cases, long events, int keys, Removed removed) {
        jdbc.update(
                "update erasure set cases = ?, events = ?, key_rows = ?, register = ?, idempotency = ?, snapshots = ?,"
                        + " destroyed_at = clock_timestamp() where citizen_id = ? and request_id = ? and destroyed_at is null",
                cases,
                events,
                keys,
                removed.register(),
                removed.idempotency(),
                removed.snapshots(),
                citizen.value(),
                request.value());
    }

    void cleaned(CitizenId citizen, ErasureRequestId request, DeadRows.Outcome files) {
        jdbc.update(
                "update erasure set files = ?, files_at = now() where citizen_id = ? and request_id = ?",
                files.name(),
                citizen.value(),
                request.value());
    }

    void done(CitizenId citizen, ErasureRequestId request) {
        jdbc.update(
                "update erasure set done_at = now() where citizen_id = ? and request_id = ?",
                citizen.value(),
                request.value());
    }

    /** The database's clock. */
    Instant now() {
        OffsetDateTime now = jdbc.queryForObject("select clock_timestamp()", OffsetDateTime.class);
        if (now == null) {
            throw new IllegalStateException("PostgreSQL has no clock");
        }
        return now.toInstant();
    }

    private static @Nullable Done done(ResultSet rs) throws SQLException {
        Instant destroyedAt = instant(rs, "destroyed_at");
        String files = rs.getString("files");
        return destroyedAt == null
                ? null
                : new Done(
                        rs.getInt("cases"),
                        rs.getLong("events"),
                        rs.getInt("key_rows"),
                        new Removed(rs.getInt("register"), rs.getInt("idempotency"), rs.getInt("snapshots")),
                        destroyedAt,
                        files == null ? null : DeadRows.Outcome.valueOf(files),
                        instant(rs, "files_at"));
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
