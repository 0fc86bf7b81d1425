package dk.effektspor.query.ledger.tree;

import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.proof.LeafEnvelope;
import dk.effektspor.query.ledger.proof.MerkleTree;
import dk.effektspor.query.ledger.store.SettledEvents;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Takes settled events into the ledger, a batch at a time, beside the commands and not in their way. Several processes may
 * try; one of them writes each batch.
 */
public final class Builder implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Builder.class);

    private final SettledEvents events;
    private final TreeStore store;
    private final Tiles tiles;
    private final int batchSize;
    private final Duration pause;
    private final boolean enabled;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private boolean wanted;
    private volatile TreeStore.State state = TreeStore.State.EMPTY;
    private volatile boolean caughtUp;
    private volatile @Nullable String trouble;
    private volatile @Nullable Thread thread;

    /** @param enabled whether this process takes events in when told to start */
    public Builder(SettledEvents events, TreeStore store, Tiles tiles, int batchSize, Duration pause, boolean enabled) {
        this.events = events;
        this.store = store;
        this.tiles = tiles;
        this.batchSize = batchSize;
        this.pause = pause;
        this.enabled = enabled;
    }

    /** How far the ledger has come. */
    public TreeStore.State state() {
        return state;
    }

    /** Whether everything that was settled at the last look is in. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    /** What keeps the ledger from going on for the moment, if anything does. */
    public @Nullable String trouble() {
        return trouble;
    }

    /**
     * Waits until everything stored by now is in the ledger.
     *
     * @return whether it is, in time
     */
    public boolean awaitHead(Duration longest) {
        long head = events.head();
        long left = longest.toNanos();
        lock.lock();
        try {
            while (!(caughtUp && state.globalIndex() >= head) && left > 0) {
                wanted = true;
                changed.signalAll();
                left = changed.awaitNanos(left);
            }
            return state.globalIndex() >= head;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Computes the whole ledger anew from the events. */
    public void rebuild() {
        lock.lock();
        try {
            caughtUp = false;
            store.clear();
            tiles.forget();
            state = store.state();
            wanted = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public synchronized void start() {
        Thread building = new Thread(this::build, "ledger");
        building.setDaemon(true);
        thread = building;
        building.start();
    }

    @Override
    public synchronized void stop() {
        Thread building = thread;
        thread = null;
        if (building != null) {
            building.interrupt();
            try {
                building.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isAutoStartup() {
        return enabled;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void build() {
        while (isRunning()) {
            boolean more = false;
            lock.lock();
            try {
                more = step();
                if (trouble != null) {
                    LOG.info("The ledger goes on at {}", state.size());
                }
                trouble = null;
            } catch (RuntimeException failure) {
                if (isRunning() && trouble == null) {
                    LOG.warn("The ledger cannot go on at {} and will try again: {}", state.size(), failure.toString());
                }
                trouble = failure.toString();
            } finally {
                changed.signalAll();
                pauseUnless(more);
                lock.unlock();
            }
        }
    }

    private void pauseUnless(boolean more) {
        try {
            if (!more && !wanted) {
                changed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
            } else if (!more) {
                // Somebody waits: for a transaction that has drawn an index, most likely.
                changed.await(10, TimeUnit.MILLISECONDS);
            }
            wanted = false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes in one batch; whether there may be more. */
    private boolean step() {
        TreeStore.State before = store.state();
        state = before;
        refuseAnotherHistory(before);
        List<StoredEvent> batch = events.settledAfter(before.globalIndex(), batchSize);
        if (batch.isEmpty()) {
            // Not so while the next event waits for one that may still come before it.
            caughtUp = events.head() <= before.globalIndex();
            return false;
        }
        List<Hash> leaves = batch.stream()
                .map(event -> MerkleTree.leaf(LeafEnvelope.of(event)))
                .toList();
        if (store.append(before, batch, Growth.of(store, before.size(), leaves))) {
            state = new TreeStore.State(
                    before.size() + batch.size(), batch.get(batch.size() - 1).globalIndex());
        }
        return true;
    }

    /** Taking in what follows another history than the one in the ledger would have it signed. */
    private void refuseAnotherHistory(TreeStore.State before) {
        if (before.size() > 0 && !events.stillHolds(before.globalIndex(), tiles.root(0, before.size() - 1))) {
            caughtUp = false;
            throw new IllegalStateException("the event store no longer holds the event at position "
                    + (before.size() - 1) + " that the ledger took in: an older copy of it was put back");
        }
    }
}
