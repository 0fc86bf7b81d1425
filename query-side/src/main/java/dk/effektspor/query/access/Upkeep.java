package dk.effektspor.query.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Checks the chain again and again in the background, and deletes what is too old when all is well. */
final class Upkeep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    private final ChainCheck check;
    private final Retention retention;
    private final StatedPurposes purposes;
    private final Duration every;
    private final int perSecond;
    private volatile @Nullable Thread thread;

    Upkeep(ChainCheck check, Retention retention, StatedPurposes purposes, AccessSettings settings) {
        this.check = check;
        this.retention = retention;
        this.purposes = purposes;
        this.every = settings.upkeepEvery();
        this.perSecond = settings.checkedPerSecond();
    }

    @Override
    public void start() {
        Thread worker = new Thread(this::work, "access-upkeep");
        worker.setDaemon(true);
        worker.setPriority(Thread.MIN_PRIORITY);
        thread = worker;
        worker.start();
    }

    @Override
    public void stop() {
        Thread worker = thread;
        thread = null;
        if (worker != null) {
            worker.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void work() {
        while (isRunning()) {
            try {
                once();
            } catch (RuntimeException away) {
                // The next round may do better; that the store is away is told by its own health.
                LOG.warn("The log of who looked could not be looked after: {}", away.toString());
            }
            try {
                Thread.sleep(every.toMillis());
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    private void once() {
        ChainReport report = check.walk(perSecond);
        if (!report.isSound()) {
            LOG.error("The log of who looked is not as it was written: {}", report.faults());
            return;
        }
        long through = retention.deleteOld(report);
        if (through > 0) {
            LOG.info("Deleted the log of who looked through entry {}", through);
        }
        purposes.forgetOld();
    }
}
