package dk.effektspor.platform.security;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every two seconds whether one of those whose credentials are remembered has been locked, removed or changed by
 * another process. Apart from the requests, so that none of them waits for a database that is away or busy.
 */
final class UserWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UserWatch.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final LocalUsers users;
    private final VerifiedRecently recently;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "user-watch");
        thread.setDaemon(true);
        return thread;
    });

    UserWatch(LocalUsers users, VerifiedRecently recently) {
        this.users = users;
        this.recently = recently;
    }

    UserWatch begin() {
        executor.scheduleWithFixedDelay(this::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    void look() {
        Set<String> remembered = recently.users();
        if (remembered.isEmpty()) {
            return;
        }
        try {
            recently.keepUnchanged(remembered, users.named(remembered));
        } catch (RuntimeException away) {
            // Whoever is at work goes on with what needs no database, for the five minutes that are remembered.
            LOG.info("Users cannot be looked at, trying again: {}", away.toString());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
