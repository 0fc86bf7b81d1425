package dk.effektspor.platform.operations;

import dk.effektspor.platform.operations.Status.Postgres;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Asks PostgreSQL how it is, in seconds at most however large it is. */
final class PostgresReport {

    /** Counting reads every row, so beyond this PostgreSQL's own estimate must do. */
    private static final long COUNTED = 1_000_000;

    private static final int SECONDS = 5;

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
                        row.getLong(2),
                        events,
                        counted,
                        events == 0 ? null : row.getLong(3) / events);
            });
        } catch (DataAccessException away) {
            return Postgres.AWAY;
        }
    }

    private long count() {
        Long found = sql.queryForObject("select count(*) from event", Long.class);
        return found == null ? 0 : found;
    }
}
