package dk.effektspor.query.audit.replay;

import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.clocks.AskedClocks;
import dk.effektspor.query.clocks.Fact;
import dk.effektspor.shared.CaseEvents;
import dk.effektspor.shared.EventTrace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
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

    /** @throws Problem 400 that names the parameter, if no event has the name or a period ends before it begins */
    static Sought of(
            @Nullable String event,
            @Nullable String actor,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String recordedFrom,
            @Nullable String recordedTo) {
        Sought sought = new Sought(
                event,
                actor,
                from,
                to,
                recordedFrom == null ? null : AskedClocks.beginning("recordedFrom", recordedFrom),
                recordedTo == null ? null : AskedClocks.instant("recordedTo", recordedTo));
        // Of what cannot be, nothing is ever found, and that would read as if nothing had happened.
        refuseUnless(event == null || CaseEvents.isNameOfOne(event), "event", "event-name");
        refuseUnless(from == null || to == null || !to.isBefore(from), "to", "not-before-from");
        refuseUnless(sought.recordedInOrder(), "recordedTo", "not-before-recorded-from");
        return sought;
    }

    private boolean recordedInOrder() {
        return recordedFrom == null || recordedTo == null || !recordedTo.isBefore(recordedFrom);
    }

    private static void refuseUnless(boolean right, String parameter, String rule) {
        if (!right) {
            throw new Problem(400, "request.invalid-parameter", Map.of("parameter", parameter, "rule", rule));
        }
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
