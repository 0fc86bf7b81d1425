package dk.effektspor.query.platform;

import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.RecordEvents;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;

/** An event as it reaches a projection; what is not a readable event of a case ends the projection. */
record Arrival(CaseEvent event, Recorded recorded, EventMessage<?> message) {

    /** Whether a message is a fact of no case, which no view of a case has to do with. */
    static boolean isBesideTheCases(EventMessage<?> message) {
        try {
            Class<?> type = message.getPayloadType();
            return RecordEvents.isEvent(type) && !CaseEvent.class.isAssignableFrom(type);
        } catch (RuntimeException unreadable) {
            // Whoever takes the event in finds out, and stops.
            return false;
        }
    }

    static Arrival of(EventMessage<?> message) {
        if (!(payload(message) instanceof CaseEvent event) || !(message instanceof DomainEventMessage<?> domainEvent)) {
            throw NotApplicable.unreadable(message, null);
        }
        Recorded recorded = new Recorded(
                domainEvent.getSequenceNumber() + 1,
                message.getIdentifier(),
                message.getTimestamp(),
                trace(message.getMetaData()));
        return new Arrival(event, recorded, message);
    }

    private static Object payload(EventMessage<?> message) {
        try {
            return message.getPayload();
        } catch (RuntimeException e) {
            throw NotApplicable.unreadable(message, e);
        }
    }

    /** Metadata, which nobody changes, are texts as they were stored: three projections need not copy them for each event. */
    @SuppressWarnings("unchecked")
    private static Map<String, String> trace(MetaData metaData) {
        for (Object value : metaData.values()) {
            if (!(value instanceof String)) {
                return inTexts(metaData);
            }
        }
        return (Map<String, String>) (Map<String, ?>) metaData;
    }

    private static Map<String, String> inTexts(MetaData metaData) {
        Map<String, String> trace = new HashMap<>();
        metaData.forEach((key, value) -> {
            if (value != null) {
                trace.put(key, value.toString());
            }
        });
        return trace;
    }
}
