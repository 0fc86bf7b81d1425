package dk.effektspor.platform.eventstore;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** One reader's way through the log. Used by one thread at a time; woken by any. */
final class EventStream implements TrackingEventStream {

    private final RecentPages log;
    private final Convoy convoy;
    private final Object monitor = new Object();

    private @Nullable TrackingToken position;
    private Iterator<? extends TrackedEventMessage<?>> page = Collections.emptyIterator();
    private @Nullable TrackedEventMessage<?> peeked;
    private boolean woken = true;
    private boolean atEnd = true;
    private volatile boolean catchingUp = true;
    private volatile boolean held;
    private volatile long index;
    private volatile long turnedAt = System.nanoTime();
    private volatile Runnable callback = () -> {};

    EventStream(RecentPages log, @Nullable TrackingToken after, Convoy convoy) {
        this.log = log;
        this.position = after;
        this.convoy = convoy;
        this.index = index(after);
    }

    /** Whether it has not yet come to the end of the log. */
    boolean isCatchingUp() {
        return catchingUp;
    }

    /** Whether it waits for other readers. */
    boolean isHeld() {
        return held;
    }

    /** Index of the event that the page in hand follows. */
    long index() {
        return index;
    }

    /** When it last came to a page, in the terms of {@link System#nanoTime}. */
    long turnedAt() {
        return turnedAt;
    }

    /** There may be more now. */
    void wake() {
        synchronized (monitor) {
            woken = true;
            monitor.notifyAll();
        }
        callback.run();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        this.callback = callback;
        return true;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return Optional.ofNullable(fetched());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (fetched() == null) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            synchronized (monitor) {
                if (!woken) {
                    TimeUnit.NANOSECONDS.timedWait(monitor, left);
                }
            }
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.MINUTES)) {
            // The contract is to wait for as long as it takes.
        }
        TrackedEventMessage<?> next = peeked;
        if (next == null) {
            throw new NoSuchElementException("The stream was closed while it was read");
        }
        peeked = null;
        return next;
    }

    /** The next event; null when there is none, which is asked of the store only after a wake. */
    private @Nullable TrackedEventMessage<?> fetched() {
        if (peeked == null && (page.hasNext() || turned())) {
            peeked = page.next();
            position = peeked.trackingToken();
        }
        return peeked;
    }

    /** Whether there is a next page. */
    private boolean turned() {
        boolean mayBeMore = tookWake() || !atEnd;
        if (!mayBeMore || isToWait()) {
            return false;
        }
        try {
            page = log.after(position).iterator();
            atEnd = !page.hasNext();
            if (atEnd) {
                catchingUp = false;
            }
            turnedAt = System.nanoTime();
            convoy.goOn();
            return !atEnd;
        } catch (RuntimeException unreadable) {
            // Asked again, it answers the same again: what could not be read is never passed over.
            synchronized (monitor) {
                woken = true;
            }
            atEnd = true;
            throw unreadable;
        }
    }

    /** Said before it is looked at, so that whoever comes further in between wakes this one. */
    private boolean isToWait() {
        index = index(position);
        held = true;
        held = convoy.holds(this);
        if (held) {
            atEnd = true;
        }
        return held;
    }

    private boolean tookWake() {
        synchronized (monitor) {
            boolean was = woken;
            woken = false;
            return was;
        }
    }

    @Override
    public void close() {
        convoy.leave(this);
    }

    private static long index(@Nullable TrackingToken token) {
        return token == null ? -1 : token.position().orElse(-1);
    }
}
