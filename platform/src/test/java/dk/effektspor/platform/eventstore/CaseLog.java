package dk.effektspor.platform.eventstore;

import dk.effektspor.shared.casefile.CaseFileEvent.CaseAssigned;
import dk.effektspor.shared.casefile.CaseId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.ApplicationContext;

/** Adds events to the store as an aggregate would, and reads them as a projection would. */
final class CaseLog {

    private final EventStore store;

    CaseLog(ApplicationContext context) {
        this.store = context.getBean(EventStore.class);
    }

    static String newCase() {
        return UUID.randomUUID().toString();
    }

    /** Durable when it returns, unless the caller has a transaction open. */
    void add(String caseId, long sequence) {
        store.publish(event(caseId, sequence));
    }

    static DomainEventMessage<CaseAssigned> event(String caseId, long sequence) {
        return new GenericDomainEventMessage<>(
                "CaseFile",
                caseId,
                sequence,
                new CaseAssigned(CaseId.of(caseId), "worker-" + sequence, LocalDate.of(2020, 1, 1)));
    }

    BlockingStream<TrackedEventMessage<?>> fromTheStart() {
        return store.openStream(null);
    }

    /** The next so many events, as {@code case/sequence}; fewer if no more come in time. */
    static List<String> next(BlockingStream<TrackedEventMessage<?>> stream, int count, Duration patience)
            throws InterruptedException {
        List<String> places = new ArrayList<>();
        while (places.size() < count
                && stream.hasNextAvailable(
                        Math.toIntExact(patience.toMillis()), java.util.concurrent.TimeUnit.MILLISECONDS)) {
            places.add(place(stream.nextAvailable()));
        }
        return places;
    }

    /** All there is, from the beginning. */
    List<String> everything() throws InterruptedException {
        List<String> places = new ArrayList<>();
        try (BlockingStream<TrackedEventMessage<?>> stream = fromTheStart()) {
            for (Optional<TrackedEventMessage<?>> next = stream.peek(); next.isPresent(); next = stream.peek()) {
                places.add(place(stream.nextAvailable()));
            }
        }
        return places;
    }

    static String place(TrackedEventMessage<?> event) {
        DomainEventMessage<?> domain = (DomainEventMessage<?>) event;
        return domain.getAggregateIdentifier() + "/" + domain.getSequenceNumber();
    }
}
