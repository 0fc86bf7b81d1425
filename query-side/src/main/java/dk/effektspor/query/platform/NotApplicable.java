package dk.effektspor.query.platform;

import dk.effektspor.shared.casefile.CaseId;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** A view cannot take in an event. Going on without it would make the view silently wrong, so the projection stops. */
public final class NotApplicable extends RuntimeException {

    private final long position;

    private NotApplicable(String what, EventMessage<?> message, @Nullable Throwable cause) {
        super(what + ", event " + message.getIdentifier() + " at position " + positionOf(message), cause);
        this.position = positionOf(message);
    }

    static NotApplicable unreadable(EventMessage<?> message, @Nullable Throwable cause) {
        return new NotApplicable("Not a readable event of a case", message, cause);
    }

    static NotApplicable gap(EventMessage<?> message, CaseId caseId, long applied, long version) {
        return new NotApplicable(
                "Case " + caseId + " is at version " + applied + ", but version " + version + " came next",
                message,
                null);
    }

    static NotApplicable failed(EventMessage<?> message, CaseId caseId, long version, RuntimeException cause) {
        return new NotApplicable("Version " + version + " of case " + caseId + " cannot be folded", message, cause);
    }

    /** Position of the event in the event store, or -1 if it has none. */
    public long position() {
        return position;
    }

    private static long positionOf(EventMessage<?> message) {
        return message instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position().orElse(-1)
                : -1;
    }
}
