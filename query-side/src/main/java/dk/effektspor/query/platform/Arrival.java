package dk.effektspor.query.platform;

import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.RecordEvents;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

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
                new RecordedJson.Stored(message));
        return new Arrival(event, recorded, message);
    }

    private static Object payload(EventMessage<?> message) {
        try {
            return message.getPayload();
        } catch (RuntimeException e) {
            throw NotApplicable.unreadable(message, e);
        }
    }
}
