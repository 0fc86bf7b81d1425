package dk.effektspor.query.audit.replay;

import dk.effektspor.query.clocks.AskedClocks;
import dk.effektspor.query.clocks.Fact;
import dk.effektspor.shared.EventTrace;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which events of a case are looked for; what is absent does not matter.
 *
 * @param event its stored name
 * @param from first day on which it was true
 * @param recordedTo last instant at which it was learnt
 */
record Sought(
        @Nullable String event,
        @Nullable String actor,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Instant recordedFrom,
        @Nullable Instant recordedTo) {

    static final Sought ANYTHING = new Sought(null, null, null, null, null, null);

    static Sought of(
            @Nullable String event,
            @Nullable String actor,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String recordedFrom,
            @Nullable String recordedTo) {
        return new Sought(
                event,
                actor,
                from,
                to,
                recordedFrom == null ? null : AskedClocks.beginning("recordedFrom", recordedFrom),
                recordedTo == null ? null : AskedClocks.instant("recordedTo", recordedTo));
    }

    /** Whether every event matches. */
    boolean isAnything() {
        return equals(ANYTHING);
    }

    boolean matches(Fact fact) {
        LocalDate on = fact.event().effectiveOn();
        Instant at = fact.recorded().recordedAt();
        return (event == null || event.equals(fact.event().eventName()))
                && (actor == null || actor.equals(fact.recorded().trace().get(EventTrace.ACTOR)))
                && (from == null || !on.isBefore(from))
                && (to == null || !on.isAfter(to))
                && (recordedFrom == null || !at.isBefore(recordedFrom))
                && (recordedTo == null || !at.isAfter(recordedTo));
    }
}
