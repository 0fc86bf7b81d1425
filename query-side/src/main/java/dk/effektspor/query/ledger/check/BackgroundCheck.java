package dk.effektspor.query.ledger.check;

import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.ledger.StoredEvents;
import dk.effektspor.query.ledger.checkpoint.LedgerFolder;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.tree.TreeStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Goes through the whole record again and again, so many events a second. Everything is checked at once at the start, at the
 * first doubt, and when a round is through and the last check of everything is old.
 */
public final class BackgroundCheck implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundCheck.class);

    /** A store that is away for a moment is no news; one that cannot be looked at is not watched any more. */
    private static final int FAILURES_TOLD = 5;

    private final StoredEvents events;
    private final TreeStore tree;
    private final LedgerFolder folder;
    private final SelfCheck check;
    private final int eventsPerSecond;
    private final Duration fullEvery;
    private final Clock clock;

    private long after = -1;
    private volatile long position;
    private volatile long rounds;
    private int failures;
    private volatile @Nullable String trouble;
    private @Nullable ScheduledExecutorService executor;

    public BackgroundCheck(
            StoredEvents events,
            TreeStore tree,
            LedgerFolder folder,
            SelfCheck check,
            int eventsPerSecond,
            Duration fullEvery,
            Clock clock) {
        this.events = events;
        this.tree = tree;
        this.folder = folder;
        this.check = check;
        this.eventsPerSecond = eventsPerSecond;
        this.fullEvery = fullEvery;
        this.clock = clock;
    }

    /** Position it has come to. */
    public long position() {
        return position;
    }

    /** How often it has been through. */
    public long rounds() {
        return rounds;
    }

    /** Why the record is not being looked at, once that has lasted some seconds. */
    public @Nullable String trouble() {
        return trouble;
    }

    private void look() {
        try {
            long before = rounds;
            // What was found before a restart is found again before anything is called well.
            if (check.last().isEmpty() || !isSame() || (rounds > before && isFullCheckDue())) {
                check.full();
                begin();
            }
            failures = 0;
            trouble = null;
        } catch (RuntimeException failure) {
            failures++;
            if (failures == FAILURES_TOLD) {
                LOG.warn("The self-check cannot look at the record: {}", failure.toString());
            }
            if (failures >= FAILURES_TOLD) {
                trouble = failure.toString();
            }
        }
    }

    /** What is beside the events, tiles and checkpoints, changes seldom and is looked at less often. */
    private boolean isFullCheckDue() {
        return check.last()
                .map(report -> !report.findings().isEmpty()
                        || report.at().isBefore(clock.instant().minus(fullEvery)))
                .orElse(true);
    }

    private boolean isSame() {
        TreeStore.State state = tree.state();
        ExpectedLeaves expected = new ExpectedLeaves(folder, tree, state.size());
        if (state.size() < expected.kept()) {
            // Being built, or cut off: who signs checkpoints tells which.
            begin();
            return true;
        }
        List<StoredEvent> page = events.after(after, eventsPerSecond).stream()
                .filter(event -> event.globalIndex() <= state.globalIndex())
                .toList();
        byte[] leaves = expected.from(position, page.size());
        for (int i = 0; i < page.size(); i++) {
            if (leaves.length < (i + 1) * Hash.BYTES
                    || !Leaf.of(page.get(i)).hash().equals(Hash.at(leaves, i * Hash.BYTES))) {
                return false;
            }
        }
        if (page.size() < eventsPerSecond) {
            boolean whole = position + page.size() >= state.size();
            if (whole) {
                rounds++;
                begin();
            }
            return whole;
        }
        position += page.size();
        after = page.get(page.size() - 1).globalIndex();
        return true;
    }

    private void begin() {
        position = 0;
        after = -1;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService scheduled = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "ledger-check");
            thread.setDaemon(true);
            return thread;
        });
        if (eventsPerSecond > 0) {
            scheduled.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
        }
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
