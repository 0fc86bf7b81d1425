package dk.effektspor.query.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * What is available of a stream, a page at a time. A full page may lie in the reader's queue while it works on another; the
 * next is read when that one is taken, so that memory is bounded by events and not by messages.
 */
final class PagedStream implements BlockingStream<TrackedEventMessage<?>> {

    /** Pages of a few events are handed over in a row: each would cost a change of threads. */
    private static final int EVENTS_READY = 1_000;

    private final BlockingStream<TrackedEventMessage<?>> events;
    private final int pageSize;
    private final Predicate<EventMessage<?>> alone;
    private final Semaphore room;
    private volatile Runnable available = () -> {};
    private @Nullable TrackedEventMessage<?> next;

    PagedStream(BlockingStream<TrackedEventMessage<?>> events, int pageSize, Predicate<EventMessage<?>> alone) {
        this.events = events;
        this.pageSize = pageSize;
        this.alone = alone;
        this.room = new Semaphore(Math.max(1, EVENTS_READY / pageSize));
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return hasNextAvailable() ? Optional.ofNullable(next) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (next != null) {
            return true;
        }
        if (!room.tryAcquire(timeout, unit)) {
            return false;
        }
        boolean pageWaits = false;
        try {
            if (events.hasNextAvailable(timeout, unit)) {
                TrackedEventMessage<?> first = events.nextAvailable();
                pageWaits = !alone.test(first);
                next = pageWaits ? page(first) : first;
            }
        } finally {
            if (!pageWaits) {
                room.release();
            }
        }
        return next != null;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.MINUTES)) {
            // The contract is to wait for as long as it takes.
        }
        TrackedEventMessage<?> message = next;
        if (message == null) {
            throw new NoSuchElementException("The stream was closed while it was read");
        }
        next = null;
        return message;
    }

    private TrackedEventMessage<?> page(TrackedEventMessage<?> first) throws InterruptedException {
        List<TrackedEventMessage<?>> page = new ArrayList<>();
        TrackedEventMessage<?> last = first;
        page.add(first);
        try {
            while (page.size() < pageSize
                    && events.peek().filter(alone.negate()).isPresent()) {
                last = events.nextAvailable();
                page.add(last);
            }
        } catch (RuntimeException unreadable) {
            // Whoever asks for what follows this page is told again.
        }
        return new GenericTrackedEventMessage<>(
                last.trackingToken(), GenericEventMessage.asEventMessage(new LogPage(page, this::taken)));
    }

    private void taken() {
        room.release();
        available.run();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        available = callback;
        return events.setOnAvailableCallback(callback);
    }

    @Override
    public void close() {
        events.close();
    }
}
