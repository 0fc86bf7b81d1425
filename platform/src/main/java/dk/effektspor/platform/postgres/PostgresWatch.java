package dk.effektspor.platform.postgres;

import dk.effektspor.platform.StartRefused;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the embedded server back when its process ends without being asked to: killed, or given up after a full disk. It
 * tries for as long as the application runs, since only the application can; whoever is asked meanwhile answers 503.
 */
final class PostgresWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresWatch.class);
    private static final long LOOK_EVERY_MILLIS = 250;
    private static final long LONGEST_PAUSE_MILLIS = 8_000;

    private final Watched server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::watch, "postgres-watch");

    /** The server as far as it is watched. */
    interface Watched {

        boolean isRunning();

        /** Starts it where it was, so that whoever was connected finds it again. */
        void startAgain() throws IOException;
    }

    PostgresWatch(Watched server) {
        this.server = server;
    }

    PostgresWatch begin() {
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    private void watch() {
        long pause = LOOK_EVERY_MILLIS;
        while (!closedWithin(pause)) {
            pause = server.isRunning() ? LOOK_EVERY_MILLIS : pauseAfterStart(pause);
        }
    }

    private long pauseAfterStart(long pause) {
        LOG.error("The embedded PostgreSQL has ended by itself; starting it again on the data it had");
        try {
            server.startAgain();
            LOG.warn("The embedded PostgreSQL runs again");
            return LOOK_EVERY_MILLIS;
        } catch (IOException | StartRefused e) {
            long next = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            LOG.error("The embedded PostgreSQL cannot be started, trying again in {} ms: {}", next, e.getMessage());
            return next;
        }
    }

    private boolean closedWithin(long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Returns when no start is under way any more. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(TimeUnit.MINUTES.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
