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

/** Goes through the whole record again and again, so many events a second; at the first doubt everything is checked. */
public final class BackgroundCheck implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundCheck.class);

    private static final Duration FULL_CHECK_EVERY = Duration.ofHours(1);

    private final StoredEvents events;
    private final TreeStore tree;
    private final LedgerFolder folder;
    private final SelfCheck check;
    private final int eventsPerSecond;
    private final Clock clock;

    private long after = -1;
    private volatile long position;
    private volatile long rounds;
    private @Nullable ScheduledExecutorService executor;

    public BackgroundCheck(
            StoredEvents events,
            TreeStore tree,
            LedgerFolder folder,
            SelfCheck check,
            int eventsPerSecond,
            Clock clock) {
        this.events = events;
        this.tree = tree;
        this.folder = folder;
        this.check = check;
        this.eventsPerSecond = eventsPerSecond;
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

    private void look() {
        try {
            long before = rounds;
            if (!isSame() || (rounds > before && isFullCheckDue())) {
                check.full();
                begin();
            }
        } catch (RuntimeException away) {
            LOG.debug("The self-check waits: {}", away.toString());
        }
    }

    /** What is beside the events, tiles and checkpoints, changes seldom and is looked at less often. */
    private boolean isFullCheckDue() {
        return check.last()
                .map(report -> !report.findings().isEmpty()
                        || report.at().isBefore(clock.instant().minus(FULL_CHECK_EVERY)))
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
