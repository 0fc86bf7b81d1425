package dk.effektspor.platform.eventstore;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** One reader's way through the log. Used by one thread at a time; woken by any. */
final class EventStream implements TrackingEventStream {

    private final Function<@Nullable TrackingToken, Stream<? extends TrackedEventMessage<?>>> log;
    private final Consumer<EventStream> onClose;
    private final Object monitor = new Object();

    private @Nullable TrackingToken position;
    private @Nullable Stream<? extends TrackedEventMessage<?>> stream;
    private @Nullable Iterator<? extends TrackedEventMessage<?>> iterator;
    private @Nullable TrackedEventMessage<?> peeked;
    private boolean woken = true;
    private volatile Runnable callback = () -> {};

    EventStream(
            Function<@Nullable TrackingToken, Stream<? extends TrackedEventMessage<?>>> log,
            @Nullable TrackingToken after,
            Consumer<EventStream> onClose) {
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
        if (peeked != null) {
            return peeked;
        }
        if (iterator == null && !tookWake()) {
            return null;
        }
        try {
            Iterator<? extends TrackedEventMessage<?>> events = iterator == null ? read() : iterator;
            if (events.hasNext()) {
                TrackedEventMessage<?> event = events.next();
                position = event.trackingToken();
                peeked = event;
            } else {
                closeStream();
            }
        } catch (RuntimeException unreadable) {
            // Asked again, it answers the same again: what could not be read is never passed over.
            closeStream();
            synchronized (monitor) {
                woken = true;
            }
            throw unreadable;
        }
        return peeked;
    }

    private boolean tookWake() {
        synchronized (monitor) {
            boolean was = woken;
            woken = false;
            return was;
        }
    }

    private Iterator<? extends TrackedEventMessage<?>> read() {
        Stream<? extends TrackedEventMessage<?>> opened = log.apply(position);
        stream = opened;
        Iterator<? extends TrackedEventMessage<?>> events = opened.iterator();
        iterator = events;
        return events;
    }

    private void closeStream() {
        if (stream != null) {
            stream.close();
        }
        stream = null;
        iterator = null;
    }

    @Override
    public void close() {
        onClose.accept(this);
        closeStream();
    }
}
