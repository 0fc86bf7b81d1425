package dk.effektspor.platform.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what PostgreSQL keeps of rows that were changed or deleted out of its files: it leaves them where they are until it
 * needs the room, and in its write-ahead log for longer.
 */
public final class DeadRows {

    private static final Logger LOG = LoggerFactory.getLogger(DeadRows.class);

    private static final String LIMITS = "('transaction_timeout', 'statement_timeout')";
    private static final String UNLIMITED =
            "select set_config(name, '0', false) from pg_settings where name in " + LIMITS;

    private final DataSource database;
    private final boolean ownServer;

    DeadRows(DataSource database, boolean ownServer) {
        this.database = database;
        this.ownServer = ownServer;
    }

    /** How far it went. */
    public enum Outcome {
        /** The tables' files hold none, and the log's files nothing from before. */
        LOG_TOO,
        /** The tables' files hold none; the log is another's to keep, since a replica or an archive may need it. */
        TABLES,
        /** A transaction that began before the change may still read the old rows, or holds the table. */
        NOT_YET
    }

    /**
     * Writes a table anew without its dead rows, and frees those of others.
     *
     * @param since when the rows had been changed, by the database's clock
     */
    public Outcome remove(String rewritten, List<String> freed, Instant since) {
        try (Connection connection = database.getConnection();
                Statement sql = connection.createStatement()) {
            if (isReadSinceBefore(connection, since)) {
                return Outcome.NOT_YET;
            }
            String limits = settings(sql);
            // Whoever came to read the table meanwhile would wait with us.
            sql.execute("set lock_timeout = '2s'; " + UNLIMITED);
            try {
                sql.execute("vacuum (full) " + rewritten);
                for (String table : freed) {
                    sql.execute("vacuum " + table);
                }
                return log(sql);
            } finally {
                sql.execute("reset lock_timeout; " + limits);
            }
        } catch (SQLException refused) {
            LOG.info("Dead rows cannot be removed yet: {}", refused.getMessage());
            return Outcome.NOT_YET;
        }
    }

    /** A backup reads for long; rows that it may still see, a rewritten table keeps. */
    private static boolean isReadSinceBefore(Connection connection, Instant since) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select exists (select from pg_stat_activity where datname = current_database()
                and pid <> pg_backend_pid() and backend_type = 'client backend' and xact_start <= ?)""")) {
            query.setObject(1, since.atOffset(ZoneOffset.UTC));
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** The connection goes back to the pool as it came. */
    private static String settings(Statement sql) throws SQLException {
        StringBuilder limits = new StringBuilder();
        try (ResultSet row = sql.executeQuery("select name, setting from pg_settings where name in " + LIMITS)) {
            while (row.next()) {
                limits.append("set ")
                        .append(row.getString(1))
                        .append(" = ")
                        .append(row.getString(2))
                        .append(";");
            }
        }
        return limits.toString();
    }

    /** Files of the log that were taken out of use and stand ready, with their old content, to be used again. */
    private static int prepared(Statement sql) throws SQLException {
        try (ResultSet row = sql.executeQuery("select count(*) from pg_ls_waldir()"
                + " where name ~ '^[0-9A-F]{24}$' and name > pg_walfile_name(pg_current_wal_lsn())")) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    /** A file that is ended has its rest filled with zeros. */
    private static void useUp(Statement sql, int files) throws SQLException {
        for (int i = 0; i < files; i++) {
            // One that is empty is not ended.
            sql.execute("select pg_logical_emit_message(false, 'effektspor', 'next')");
            sql.execute("select pg_switch_wal()");
        }
    }

    private Outcome log(Statement sql) throws SQLException {
        if (!ownServer) {
            return Outcome.TABLES;
        }
        // A file used up is taken into use again with its old content; for once it is deleted instead.
        sql.execute("alter system set wal_recycle = off");
        try {
            sql.execute("select pg_reload_conf()");
            useUp(sql, prepared(sql) + 1);
            sql.execute("checkpoint");
        } finally {
            sql.execute("alter system reset wal_recycle");
            sql.execute("select pg_reload_conf()");
        }
        return Outcome.LOG_TOO;
    }
}
