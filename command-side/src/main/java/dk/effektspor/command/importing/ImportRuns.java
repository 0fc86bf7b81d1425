package dk.effektspor.command.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** How far each import has come, kept so that one that was killed can go on. */
final class ImportRuns {

    private final JdbcTemplate jdbc;

    ImportRuns(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    enum State {
        RUNNING,
        /** Stopped before the end of the file; the same Import-Id goes on from {@code linesDone}. */
        INTERRUPTED,
        DONE
    }

    record Run(
            String importId,
            Progress progress,
            State state,
            @Nullable Stop stop,
            Instant updatedAt) {}

    Optional<Run> find(String importId) {
        return jdbc
                .query(
                        "select * from import_run where import_id = ?",
                        (rs, i) -> new Run(
                                rs.getString("import_id"),
                                new Progress(
                                        rs.getLong("lines_done"),
                                        rs.getLong("accepted"),
                                        rs.getLong("rejected"),
                                        rs.getLong("unchanged")),
                                State.valueOf(rs.getString("state")),
                                stop(rs),
                                rs.getObject("updated_at", OffsetDateTime.class).toInstant()),
                        importId)
                .stream()
                .findFirst();
    }

    private static @Nullable Stop stop(ResultSet rs) throws SQLException {
        String reason = rs.getString("stop_reason");
        return reason == null ? null : new Stop(rs.getLong("stopped_at_line"), reason);
    }

    void save(String importId, Progress progress, State state, @Nullable Stop stop) {
        jdbc.update(
                "insert into import_run (import_id, lines_done, accepted, rejected, unchanged, state,"
                        + " stopped_at_line, stop_reason) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (import_id) do update set lines_done ="
                        + " excluded.lines_done, accepted = excluded.accepted, rejected = excluded.rejected,"
                        + " unchanged = excluded.unchanged, state = excluded.state, stopped_at_line ="
                        + " excluded.stopped_at_line, stop_reason = excluded.stop_reason, updated_at = now()",
                importId,
                progress.linesDone(),
                progress.accepted(),
                progress.rejected(),
                progress.unchanged(),
                state.name(),
                stop == null ? null : stop.line(),
                stop == null ? null : stop.reason());
    }
}
