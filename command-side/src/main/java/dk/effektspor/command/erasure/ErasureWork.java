package dk.effektspor.command.erasure;

import dk.effektspor.platform.vault.Forgetting;
import dk.effektspor.shared.casefile.CitizenId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sees to it that every approved erasure is carried out: looks at the start, when one is approved, and every few seconds
 * for those that were stopped half-way, here or in another process.
 */
final class ErasureWork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureWork.class);
    private static final long EVERY_SECONDS = 5;

    private final ErasureBook book;
    private final Citizens citizens;
    private final Eraser eraser;
    private List<CitizenId> broughtBack;
    private @Nullable ScheduledExecutorService worker;

    ErasureWork(ErasureBook book, Citizens citizens, Eraser eraser, Forgetting forgetting) {
        this.book = book;
        this.citizens = citizens;
        this.eraser = eraser;
        this.broughtBack = forgetting.broughtBack();
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "erasure");
            thread.setDaemon(true);
            return thread;
        });
        executor.scheduleWithFixedDelay(this::look, 0, EVERY_SECONDS, TimeUnit.SECONDS);
        worker = executor;
    }

    @Override
    public synchronized void stop() {
        if (worker != null) {
            worker.shutdownNow();
            worker = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }

    /** One was approved. */
    synchronized void wake() {
        ExecutorService executor = worker;
        if (executor != null) {
            executor.execute(this::look);
        }
    }

    private void look() {
        try {
            if (!broughtBack.isEmpty() && eraser.removeAgain(broughtBack)) {
                broughtBack = List.of();
            }
            book.undone().stream().filter(this::isApproved).forEach(this::carryOut);
        } catch (RuntimeException away) {
            LOG.warn("Erasures cannot be looked for: {}", away.toString());
        }
    }

    private boolean isApproved(ErasureBook.Entry entry) {
        return citizens.told(entry.citizen())
                .story()
                .approved()
                .filter(approved -> approved.requestId().equals(entry.request()))
                .isPresent();
    }

    /** One that fails keeps no other waiting. */
    private void carryOut(ErasureBook.Entry entry) {
        try {
            eraser.carryOut(entry);
        } catch (RuntimeException failure) {
            LOG.warn("Erasure {} is tried again: {}", entry.request(), failure.toString());
        }
    }
}
