package dk.effektspor.platform.eventstore;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a command again when Axon Server was away: while it is, commands fail at once, and for a second or two after
 * its return nobody seems to handle them. A command that failed so may still have been stored; the case knows it by its
 * command id and answers as it did before.
 */
final class TransientFailures implements RetryScheduler {

    private static final Logger LOG = LoggerFactory.getLogger(TransientFailures.class);
    private static final long[] WAITS_IN_MILLIS = {200, 400, 800, 1_600, 3_000, 4_000};

    private final ScheduledExecutorService executor;

    TransientFailures(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    @Override
    public boolean scheduleRetry(
            CommandMessage command,
            RuntimeException failure,
            List<Class<? extends Throwable>[]> failures,
            Runnable dispatch) {
        int attempt = failures.size();
        if (attempt > WAITS_IN_MILLIS.length || !StoreAway.isBehind(failure)) {
            return false;
        }
        LOG.info("{} could not be delivered, trying again ({})", command.getCommandName(), attempt);
        try {
            executor.schedule(dispatch, WAITS_IN_MILLIS[Math.max(0, attempt - 1)], TimeUnit.MILLISECONDS);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }
}
