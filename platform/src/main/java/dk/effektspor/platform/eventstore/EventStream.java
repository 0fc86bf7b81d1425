package dk.effektspor.platform.eventstore;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** One reader's way through the log. Used by one thread at a time; woken by any. */
final class EventStream implements TrackingEventStream {

    private final RecentPages log;
    private final Consumer<EventStream> onClose;
    private final Object monitor = new Object();

    private @Nullable TrackingToken position;
    private Iterator<? extends TrackedEventMessage<?>> page = Collections.emptyIterator();
    private @Nullable TrackedEventMessage<?> peeked;
    private boolean woken = true;
    private boolean atEnd = true;
    private volatile Runnable callback = () -> {};

    EventStream(RecentPages log, @Nullable TrackingToken after, Consumer<EventStream> onClose) {
        this.log = log;
        this.position = after;
        this.onClose = onClose;
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
        if (atEnd && !tookWake()) {
            return false;
        }
        try {
            page = log.after(position).iterator();
            atEnd = !page.hasNext();
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

    private boolean tookWake() {
        synchronized (monitor) {
            boolean was = woken;
            woken = false;
            return was;
        }
    }

    @Override
    public void close() {
        onClose.accept(this);
    }
}
