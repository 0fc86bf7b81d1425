package dk.effektspor.query.platform;

import dk.effektspor.shared.EventTrace;
import dk.effektspor.shared.casefile.CaseId;
import java.util.Optional;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** A view cannot take in an event. Going on without it would make the view silently wrong, so the projection stops. */
public final class NotApplicable extends RuntimeException {

    private final long position;
    private final @Nullable String correlation;

    private NotApplicable(String what, EventMessage<?> message, @Nullable Throwable cause) {
        super(what + ", event " + message.getIdentifier() + " at position " + positionOf(message), cause);
        this.position = positionOf(message);
        this.correlation = correlationOf(message);
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

    /** Id of the request that led to the event, if it can be told. */
    Optional<String> correlation() {
        return Optional.ofNullable(correlation);
    }

    private static @Nullable String correlationOf(EventMessage<?> message) {
        try {
            Object correlation = message.getMetaData().get(EventTrace.CORRELATION);
            return correlation == null ? null : correlation.toString();
        } catch (RuntimeException unreadable) {
            // What there is to tell is that the event cannot be taken in.
            return null;
        }
    }

    private static long positionOf(EventMessage<?> message) {
        return message instanceof TrackedEventMessage<?> tracked
                ? tracked.trackingToken().position().orElse(-1)
                : -1;
    }
}
