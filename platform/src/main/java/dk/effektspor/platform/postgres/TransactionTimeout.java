package dk.effektspor.platform.postgres;

import java.time.Duration;

/**
 * Has the server end a transaction that lasts too long. A reader of the event log gives an event that is not yet
 * committed up for lost after a while; a transaction that could still commit it after that would be a silent gap.
 */
final class TransactionTimeout {

    private TransactionTimeout() {}

    /** The statement that sets it on a connection; PostgreSQL below 17 can only limit the parts of a transaction. */
    static String sql(int serverVersion, Duration timeout) {
        long millis = timeout.toMillis();
        return serverVersion >= 17
                ? "SET transaction_timeout = " + millis
                : "SET idle_in_transaction_session_timeout = " + millis / 2 + "; SET statement_timeout = " + millis / 2;
    }
}
