package dk.effektspor.command.erasure;

import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.citizen.ErasureGround;
import dk.effektspor.shared.citizen.ErasureRequestId;
import dk.effektspor.shared.citizen.HoldGround;
import dk.effektspor.shared.citizen.LegalHoldId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked of a citizen's file. Who asks is told by the command's trace. */
public sealed interface CitizenCommand {

    CitizenId citizenId();

    record RequestErasure(
            @TargetAggregateIdentifier CitizenId citizenId,
            ErasureRequestId requestId,
            ErasureGround ground,
            String reference)
            implements CitizenCommand {}

    record ApproveErasure(@TargetAggregateIdentifier CitizenId citizenId, ErasureRequestId requestId)
            implements CitizenCommand {}

    record RejectErasure(@TargetAggregateIdentifier CitizenId citizenId, ErasureRequestId requestId)
            implements CitizenCommand {}

    /** The key is destroyed; sent by whoever destroyed it. */
    record RecordErased(@TargetAggregateIdentifier CitizenId citizenId, ErasureRequestId requestId)
            implements CitizenCommand {}

    record PlaceLegalHold(@TargetAggregateIdentifier CitizenId citizenId, LegalHoldId holdId, HoldGround ground)
            implements CitizenCommand {}

    record LiftLegalHold(@TargetAggregateIdentifier CitizenId citizenId, LegalHoldId holdId)
            implements CitizenCommand {}
}
