package dk.effektspor.platform.postgres;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;

/** What a failure says about PostgreSQL rather than about the request, so that the same request may do better later. */
public enum DatabaseFault {

    /** There was no room for what was to be written. */
    FULL("store.full"),

    /** It is not there, not ready, or went away in the middle. */
    AWAY("store.away");

    private static final String DISK_FULL = "53100";

    private final String code;

    DatabaseFault(String code) {
        this.code = code;
    }

    /** The code of the problem that a caller is told. */
    public String code() {
        return code;
    }

    /** Looks through the failure and its causes. */
    public static Optional<DatabaseFault> behind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())) {
                return Optional.of(FULL);
            }
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isAway(sql)) {
                return Optional.of(AWAY);
            }
        }
        return Optional.empty();
    }

    private static boolean isAway(SQLException failure) {
        if (failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLNonTransientConnectionException) {
            return true;
        }
        String state = failure.getSQLState();
        if (state == null) {
            // PostgreSQL always tells one; without it the pool says that a connection is closed.
            return true;
        }
        // PostgreSQL's driver throws one class for everything; what happened is in the state: the connection (08), the
        // server's resources (53), an operator or a crash (57), the operating system (58), a transaction held too long.
        return state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58")
                || state.equals("25P03")
                || state.equals("25P04");
    }
}
