package dk.effektspor.platform.eventstore;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;

/**
 * The event store with streams of its own. Axon's share one reader, which logs what it cannot read and leaves the
 * processors waiting for ever, and which a processor asks twice a second. Ours read for themselves, so that unreadable
 * history stops the processor that met it, and wake it as soon as an event is committed.
 */
final class EventLog extends EmbeddedEventStore implements AutoCloseable {

    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService elsewhere =
            Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("EventLog"));

    /**
     * @param fetchDelay how often to look for what another process has committed
     */
    EventLog(Builder builder, Duration fetchDelay) {
        super(builder);
        elsewhere.scheduleWithFixedDelay(
                this::wakeAll, fetchDelay.toMillis(), fetchDelay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken after) {
        EventStream stream = new EventStream(token -> storageEngine().readEvents(token, false), after, streams::remove);
        streams.add(stream);
        return stream;
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        wakeAll();
    }

    private void wakeAll() {
        streams.forEach(EventStream::wake);
    }

    @Override
    public void close() {
        elsewhere.shutdownNow();
    }
}
