package dk.effektspor.platform.eventstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;

/**
 * The event store with streams of its own. Axon's share one reader, which logs what it cannot read and leaves the
 * processors waiting for ever, and which a processor asks twice a second. Ours stop the processor that met unreadable
 * history, and wake the processors when an event is committed: at once after a pause, otherwise with whatever else is
 * committed within the gathering time, since one look at the log costs as much for one event as for fifty; and longer
 * while they come by the hundred ({@link Gathering}). Who waits for an event is not kept waiting by that.
 */
final class EventLog extends EmbeddedEventStore implements NextRecorded, Wakeable, AutoCloseable {

    private static final long HURRY = TimeUnit.MILLISECONDS.toNanos(4);

    private final Convoy convoy;
    private final ScheduledExecutorService waker =
            Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("EventLog"));
    private final AtomicBoolean wakeDue = new AtomicBoolean();
    private final AtomicBoolean hurried = new AtomicBoolean();
    private final RecentPages pages = new RecentPages(this::page);
    private final EventStoreSettings settings;
    private final Gathering gathering;
    private final AtomicInteger gathered = new AtomicInteger();
    private volatile long wokenAt = System.nanoTime();

    EventLog(Builder builder, EventStoreSettings settings) {
        super(builder);
        this.settings = settings;
        this.gathering = new Gathering(settings.gathering().toNanos());
        this.convoy = new Convoy((RecentPages.KEPT - 1L) * settings.batchSize());
        long fetchDelay = settings.fetchDelay().toNanos();
        waker.scheduleWithFixedDelay(this::wakeAll, fetchDelay, fetchDelay, TimeUnit.NANOSECONDS);
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken after) {
        EventStream stream = new EventStream(pages, after, convoy);
        convoy.join(stream);
        return stream;
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        gathered.addAndGet(events.size());
        if (wakeDue.compareAndSet(false, true)) {
            wakeIn(wokenAt + gathering.nanos() - System.nanoTime());
        }
    }

    /** At most every few milliseconds, however many wait. */
    @Override
    public void wakeNow() {
        if (hurried.compareAndSet(false, true)) {
            wakeIn(wokenAt + HURRY - System.nanoTime());
        }
    }

    private void wakeIn(long nanos) {
        try {
            waker.schedule(this::wakeAll, Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closing) {
            // Nobody follows the log any more.
        }
    }

    private void wakeAll() {
        wakeDue.set(false);
        hurried.set(false);
        long now = System.nanoTime();
        gathering.gathered(gathered.getAndSet(0), now - wokenAt);
        wokenAt = now;
        pages.wake();
        convoy.wakeAll();
    }

    @Override
    public Optional<Instant> recordedAfter(@Nullable TrackingToken token) {
        return storageEngine() instanceof NextRecorded engine
                ? engine.recordedAfter(token)
                : page(token).stream().findFirst().map(EventMessage::getTimestamp);
    }

    /** Events up to the first that cannot be read; it fails the reading once it is the next. */
    private List<? extends TrackedEventMessage<?>> page(@Nullable TrackingToken after) {
        List<TrackedEventMessage<?>> page = new ArrayList<>();
        try (Stream<? extends TrackedEventMessage<?>> events = storageEngine().readEvents(after, false)) {
            Iterator<? extends TrackedEventMessage<?>> next = events.iterator();
            while (page.size() < settings.batchSize() && next.hasNext()) {
                page.add(next.next());
            }
        } catch (RuntimeException failure) {
            if (page.isEmpty()) {
                throw failure;
            }
        }
        return page;
    }

    @Override
    public void close() {
        waker.shutdownNow();
    }
}
