package dk.effektspor.query.audit.replay;

import dk.effektspor.platform.eventstore.StoredEntry;
import dk.effektspor.query.clocks.Fact;
import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.platform.Recorded;
import dk.effektspor.shared.CaseEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Reads a stored event as a fact, raised to its present revision. What cannot be read ends the reading. */
@Component
final class Decoding {

    private final Serializer serializer;
    private final Configuration axon;

    Decoding(@Qualifier("eventSerializer") Serializer serializer, Configuration axon) {
        this.serializer = serializer;
        this.axon = axon;
    }

    Fact fact(StoredEvent stored) {
        List<? extends DomainEventMessage<?>> read = EventStreamUtils.upcastAndDeserializeDomainEvents(
                        Stream.of(entry(stored)), serializer, axon.upcasterChain())
                .asStream()
                .toList();
        if (read.size() != 1) {
            throw new IllegalStateException("Unreadable history: event " + stored.eventId());
        }
        DomainEventMessage<?> message = read.get(0);
        Map<String, String> trace = new HashMap<>();
        message.getMetaData().forEach((name, value) -> {
            if (value != null) {
                trace.put(name, String.valueOf(value));
            }
        });
        return new Fact(
                (CaseEvent) message.getPayload(),
                new Recorded(stored.sequence() + 1, stored.eventId(), message.getTimestamp(), trace));
    }

    private static StoredEntry entry(StoredEvent stored) {
        return new StoredEntry(
                stored.aggregateType(),
                stored.stream(),
                stored.sequence(),
                stored.eventId(),
                StoredEntry.instant(stored.recordedAt()),
                stored.type(),
                stored.revision(),
                stored.payload(),
                stored.metaData());
    }
}
