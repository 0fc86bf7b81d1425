package dk.effektspor.query.ledger.checkpoint;

import dk.effektspor.platform.web.Problem;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Has a checkpoint signed now and then, if there is anything new. */
public final class CheckpointSchedule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointSchedule.class);

    /** How soon after the start, when the ledger has had time to take in what there was. */
    private static final long FIRST_MILLIS = 2_000;

    private final Checkpoints checkpoints;
    private final Duration every;
    private volatile @Nullable String trouble;
    private @Nullable ScheduledExecutorService executor;

    public CheckpointSchedule(Checkpoints checkpoints, Duration every) {
        this.checkpoints = checkpoints;
        this.every = every;
    }

    /** Why the last round signed nothing, if it could not; what is known of the log itself is not told here. */
    public @Nullable String trouble() {
        return trouble;
    }

    private void sign() {
        try {
            checkpoints.checkpoint();
            trouble = null;
            checkpoints.remind();
        } catch (Problem told) {
            LOG.debug("No checkpoint: {}", told.code());
        } catch (RuntimeException failure) {
            trouble = failure.toString();
            LOG.warn("No checkpoint was signed, trying again in {} s: {}", every.toSeconds(), failure.toString());
        }
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService scheduled = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "ledger-checkpoints");
            thread.setDaemon(true);
            return thread;
        });
        // At a fixed rate: the time a signing takes is not added to how long an event may wait.
        scheduled.scheduleAtFixedRate(
                this::sign, Math.min(FIRST_MILLIS, every.toMillis()), every.toMillis(), TimeUnit.MILLISECONDS);
        executor = scheduled;
    }

    @Override
    public synchronized void stop() {
        if (executor != null) {
            executor.shutdown();
            executor = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return executor != null;
    }
}
