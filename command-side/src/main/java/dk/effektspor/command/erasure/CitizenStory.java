package dk.effektspor.command.erasure;

import dk.effektspor.shared.citizen.CitizenEvent;
import dk.effektspor.shared.citizen.CitizenEvent.CitizenErased;
import dk.effektspor.shared.citizen.CitizenEvent.ErasureApproved;
import dk.effektspor.shared.citizen.CitizenEvent.ErasureRejected;
import dk.effektspor.shared.citizen.CitizenEvent.ErasureRequested;
import dk.effektspor.shared.citizen.CitizenEvent.LegalHoldLifted;
import dk.effektspor.shared.citizen.CitizenEvent.LegalHoldPlaced;
import dk.effektspor.shared.citizen.ErasureGround;
import dk.effektspor.shared.citizen.ErasureRequestId;
import dk.effektspor.shared.citizen.HoldGround;
import dk.effektspor.shared.citizen.LegalHoldId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has been decided about a citizen so far, folded from the citizen's events; the rules and the answers go by it.
 *
 * @param erasedAt when it was recorded that the key is destroyed; absent until then
 */
record CitizenStory(
        List<Request> requests, List<Hold> holds, @Nullable Instant erasedAt) {

    static final CitizenStory NOTHING = new CitizenStory(List.of(), List.of(), null);
    static final String AUDITOR = "AUDITOR";

    enum Outcome {
        OPEN,
        APPROVED,
        REJECTED
    }

    /**
     * A request that the citizen be forgotten.
     *
     * @param requestedBy user name of who asked
     * @param settledBy user name of who approved, rejected or withdrew it
     */
    record Request(
            ErasureRequestId requestId,
            ErasureGround ground,
            String reference,
            String requestedBy,
            Instant requestedAt,
            Outcome outcome,
            @Nullable String settledBy,
            @Nullable LocalDate settledOn) {}

    /** A ground to keep the citizen's data, and since when. */
    record Hold(
            LegalHoldId holdId,
            HoldGround ground,
            LocalDate since,
            String placedBy,
            boolean byAuditor,
            boolean stands) {}

    Optional<Request> request(ErasureRequestId id) {
        return requests.stream().filter(r -> r.requestId().equals(id)).findFirst();
    }

    Optional<Request> open() {
        return requests.stream().filter(r -> r.outcome() == Outcome.OPEN).findFirst();
    }

    Optional<Request> approved() {
        return requests.stream().filter(r -> r.outcome() == Outcome.APPROVED).findFirst();
    }

    Optional<Hold> hold(LegalHoldId id) {
        return holds.stream().filter(h -> h.holdId().equals(id)).findFirst();
    }

    /** The holds that stand, the oldest first. */
    Stream<Hold> standing() {
        return holds.stream().filter(Hold::stands);
    }

    CitizenStory after(CitizenEvent event, String actor, String role, Instant recordedAt) {
        if (event instanceof ErasureRequested e) {
            Request request =
                    new Request(e.requestId(), e.ground(), e.reference(), actor, recordedAt, Outcome.OPEN, null, null);
            return new CitizenStory(with(requests, request), holds, erasedAt);
        } else if (event instanceof ErasureApproved e) {
            return settled(e.requestId(), Outcome.APPROVED, actor, e.effectiveOn());
        } else if (event instanceof ErasureRejected e) {
            return settled(e.requestId(), Outcome.REJECTED, actor, e.effectiveOn());
        } else if (event instanceof CitizenErased) {
            return new CitizenStory(requests, holds, recordedAt);
        } else if (event instanceof LegalHoldPlaced e) {
            Hold hold = new Hold(e.holdId(), e.ground(), e.effectiveOn(), actor, role.equals(AUDITOR), true);
            return new CitizenStory(requests, with(holds, hold), erasedAt);
        } else if (event instanceof LegalHoldLifted e) {
            return new CitizenStory(
                    requests, changed(holds, h -> h.holdId().equals(e.holdId()) ? lifted(h) : h), erasedAt);
        }
        return this;
    }

    private CitizenStory settled(ErasureRequestId id, Outcome outcome, String by, LocalDate on) {
        UnaryOperator<Request> settle = r -> r.requestId().equals(id)
                ? new Request(id, r.ground(), r.reference(), r.requestedBy(), r.requestedAt(), outcome, by, on)
                : r;
        return new CitizenStory(changed(requests, settle), holds, erasedAt);
    }

    private static Hold lifted(Hold hold) {
        return new Hold(hold.holdId(), hold.ground(), hold.since(), hold.placedBy(), hold.byAuditor(), false);
    }

    private static <T> List<T> with(List<T> list, T one) {
        List<T> longer = new ArrayList<>(list);
        longer.add(one);
        return List.copyOf(longer);
    }

    private static <T> List<T> changed(List<T> list, UnaryOperator<T> change) {
        return list.stream().map(change).toList();
    }
}
