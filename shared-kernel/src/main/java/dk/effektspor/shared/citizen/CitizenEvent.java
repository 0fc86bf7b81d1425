package dk.effektspor.shared.citizen;

import dk.effektspor.shared.EventName;
import dk.effektspor.shared.RecordEvent;
import dk.effektspor.shared.casefile.CitizenId;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * What can happen to a citizen as such; kept in a stream named by the citizen's id. Nothing in it is free text, sealed or
 * not: it must say, after the citizen's key is gone, why it is gone.
 */
public sealed interface CitizenEvent extends RecordEvent {

    CitizenId citizenId();

    /**
     * Someone asked that a citizen be forgotten.
     *
     * @param reference the document in which the ground is found, as the municipality numbers them, e.g.
     *     2026-0012345-7
     */
    @EventName("citizen.erasure-requested")
    @Revision("1")
    record ErasureRequested(
            CitizenId citizenId,
            ErasureRequestId requestId,
            ErasureGround ground,
            String reference,
            LocalDate effectiveOn)
            implements CitizenEvent {}

    /** Another person approved it; from here on the citizen's key is destroyed, whatever fails on the way. */
    @EventName("citizen.erasure-approved")
    @Revision("1")
    record ErasureApproved(CitizenId citizenId, ErasureRequestId requestId, LocalDate effectiveOn)
            implements CitizenEvent {}

    /** It was turned down, or withdrawn by whoever had asked for it. */
    @EventName("citizen.erasure-rejected")
    @Revision("1")
    record ErasureRejected(CitizenId citizenId, ErasureRequestId requestId, LocalDate effectiveOn)
            implements CitizenEvent {}

    /** The key is destroyed: nothing sealed under it can be read by anyone. */
    @EventName("citizen.erased")
    @Revision("1")
    record CitizenErased(CitizenId citizenId, ErasureRequestId requestId, LocalDate effectiveOn)
            implements CitizenEvent {}

    /** Something requires that the citizen's data be kept; while it stands nobody can have them erased. */
    @EventName("citizen.legal-hold-placed")
    @Revision("1")
    record LegalHoldPlaced(CitizenId citizenId, LegalHoldId holdId, HoldGround ground, LocalDate effectiveOn)
            implements CitizenEvent {}

    /** It requires so no more. */
    @EventName("citizen.legal-hold-lifted")
    @Revision("1")
    record LegalHoldLifted(CitizenId citizenId, LegalHoldId holdId, LocalDate effectiveOn) implements CitizenEvent {}
}
