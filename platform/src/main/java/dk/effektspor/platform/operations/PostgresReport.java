package dk.effektspor.platform.operations;

import dk.effektspor.platform.operations.Status.Postgres;
import dk.effektspor.platform.operations.Status.Schema;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asks PostgreSQL how it is, in seconds at most however large it is. */
final class PostgresReport {

    /** Counting reads every row, so beyond this PostgreSQL's own estimate must do. */
    private static final long COUNTED = 1_000_000;

    private static final int SECONDS = 5;

    /** Versions are compared as numbers: 99 is below 101. */
    private static final String MIGRATIONS = """
            select count(*),
                   (array_agg(version order by string_to_array(version, '.')::int[] desc))[1],
                   (array_agg(version order by installed_rank desc))[1],
                   (array_agg(installed_on::timestamptz order by installed_rank desc))[1]
            from flyway_schema_history where success and version is not null having count(*) > 0""";

    private final JdbcTemplate sql;

    PostgresReport(DataSource database) {
        sql = new JdbcTemplate(database);
        sql.setQueryTimeout(SECONDS);
    }

    Postgres now() {
        try {
            return sql.queryForObject("""
                    select current_setting('server_version'), pg_database_size(current_database()),
                           pg_total_relation_size('event'), reltuples::bigint
                    from pg_class where oid = 'event'::regclass""", (row, number) -> {
                long estimated = row.getLong(4);
                boolean counted = estimated < COUNTED;
                long events = counted ? count() : estimated;
                return new Postgres(
                        true,
                        row.getString(1).split(" ")[0],
                        schema(),
                        row.getLong(2),
                        events,
                        counted,
                        events == 0 ? null : row.getLong(3) / events);
            });
        } catch (DataAccessException away) {
            return Postgres.AWAY;
        }
    }

    /** Absent where another tool made the tables without Flyway's own. */
    private @Nullable Schema schema() {
        try {
            List<Schema> found = sql.query(
                    MIGRATIONS,
                    (row, number) -> new Schema(
                            row.getInt(1),
                            row.getString(2),
                            row.getString(3),
                            row.getObject(4, OffsetDateTime.class).toInstant()));
            return found.isEmpty() ? null : found.get(0);
        } catch (BadSqlGrammarException noHistory) {
            return null;
        }
    }

    private long count() {
        Long found = sql.queryForObject("select count(*) from event", Long.class);
        return found == null ? 0 : found;
    }
}
