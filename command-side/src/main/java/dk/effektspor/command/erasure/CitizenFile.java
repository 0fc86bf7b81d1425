package dk.effektspor.command.erasure;

import static dk.effektspor.command.RuleViolation.refuseWhen;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dk.effektspor.command.Circumstances;
import dk.effektspor.command.RuleViolation;
import dk.effektspor.command.VersionConflict;
import dk.effektspor.command.erasure.CitizenCommand.ApproveErasure;
import dk.effektspor.command.erasure.CitizenCommand.LiftLegalHold;
import dk.effektspor.command.erasure.CitizenCommand.PlaceLegalHold;
import dk.effektspor.command.erasure.CitizenCommand.RecordErased;
import dk.effektspor.command.erasure.CitizenCommand.RejectErasure;
import dk.effektspor.command.erasure.CitizenCommand.RequestErasure;
import dk.effektspor.command.erasure.CitizenStory.Hold;
import dk.effektspor.command.erasure.CitizenStory.Outcome;
import dk.effektspor.command.erasure.CitizenStory.Request;
import dk.effektspor.shared.EventTrace;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.citizen.CitizenEvent;
import dk.effektspor.shared.citizen.CitizenEvent.CitizenErased;
import dk.effektspor.shared.citizen.CitizenEvent.ErasureApproved;
import dk.effektspor.shared.citizen.CitizenEvent.ErasureRejected;
import dk.effektspor.shared.citizen.CitizenEvent.ErasureRequested;
import dk.effektspor.shared.citizen.CitizenEvent.LegalHoldLifted;
import dk.effektspor.shared.citizen.CitizenEvent.LegalHoldPlaced;
import dk.effektspor.shared.citizen.ErasureRequestId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What has been decided about a citizen as such: whether to forget them.
 *
 * <p>Forgetting is <em>requested</em> on a ground in law, and <em>approved</em> by another person than the one who asked,
 * or <em>rejected</em>; who asked may withdraw it. While a <em>legal hold</em> stands it can be neither requested nor
 * approved. Approved, it cannot be taken back: from then on the key is being destroyed, and <em>erased</em> says that it
 * is. Nothing is erased by itself: the law of archives says to keep.
 */
@AggregateRoot
public final class CitizenFile {

    @AggregateIdentifier
    private @Nullable CitizenId citizenId;

    private CitizenStory story = CitizenStory.NOTHING;
    private final Map<String, Long> receipts = new HashMap<>();

    /** For the event store, which tells the file its own history. */
    CitizenFile() {}

    /** Stands before every command; answers with the version the file then has. */
    @CommandHandlerInterceptor
    Object answer(CitizenCommand command, Circumstances circumstances, InterceptorChain chain) throws Exception {
        Long answered = receipts.get(circumstances.commandId());
        if (answered != null) {
            return answered;
        }
        Long expected = circumstances.expectedVersion();
        if (expected != null && expected != version()) {
            throw new VersionConflict(expected, version());
        }
        CurrentUnitOfWork.get()
                .registerCorrelationDataProvider(message -> Map.of(EventTrace.COMMAND_ID, circumstances.commandId()));
        chain.proceed();
        return version();
    }

    private static long version() {
        Long sequence = AggregateLifecycle.getVersion();
        return sequence == null ? 0 : sequence + 1;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RequestErasure command, Circumstances circumstances) {
        Request known = story.request(command.requestId()).orElse(null);
        if (known != null) {
            refuseWhen(
                    known.ground() != command.ground() || !known.reference().equals(command.reference()),
                    ErasureRules.ALREADY_REQUESTED,
                    "request",
                    command.requestId());
            return;
        }
        refuseErased();
        story.open().ifPresent(open -> {
            throw RuleViolation.of(ErasureRules.ALREADY_REQUESTED, "request", open.requestId());
        });
        refuseHeld();
        apply(new ErasureRequested(
                command.citizenId(),
                command.requestId(),
                command.ground(),
                command.reference(),
                circumstances.today()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(ApproveErasure command, Circumstances circumstances, @MetaDataValue(EventTrace.ACTOR) String approver) {
        Request request = settled(command.requestId(), Outcome.APPROVED);
        if (request.outcome() == Outcome.APPROVED) {
            return;
        }
        refuseWhen(
                request.requestedBy().equals(approver), ErasureRules.SAME_PERSON, "requestedBy", request.requestedBy());
        refuseHeld();
        apply(new ErasureApproved(command.citizenId(), command.requestId(), circumstances.today()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RejectErasure command, Circumstances circumstances) {
        if (settled(command.requestId(), Outcome.REJECTED).outcome() == Outcome.OPEN) {
            apply(new ErasureRejected(command.citizenId(), command.requestId(), circumstances.today()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(RecordErased command, Circumstances circumstances) {
        Request request = known(command.requestId());
        refuseWhen(
                request.outcome() != Outcome.APPROVED,
                ErasureRules.REQUEST_SETTLED,
                "request",
                request.requestId(),
                "outcome",
                request.outcome());
        if (story.erasedAt() == null) {
            apply(new CitizenErased(command.citizenId(), command.requestId(), circumstances.today()));
        }
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(PlaceLegalHold command, Circumstances circumstances) {
        Hold known = story.hold(command.holdId()).orElse(null);
        if (known != null) {
            refuseWhen(known.ground() != command.ground(), ErasureRules.HOLD_DIFFERS, "hold", command.holdId());
            return;
        }
        refuseErased();
        apply(new LegalHoldPlaced(command.citizenId(), command.holdId(), command.ground(), circumstances.today()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(LiftLegalHold command, Circumstances circumstances, @MetaDataValue(EventTrace.ROLE) String role) {
        Hold hold = story.hold(command.holdId())
                .orElseThrow(() -> RuleViolation.of(ErasureRules.UNKNOWN_HOLD, "hold", command.holdId()));
        if (!hold.stands()) {
            return;
        }
        refuseWhen(
                hold.byAuditor() && !role.equals(CitizenStory.AUDITOR),
                ErasureRules.AUDITORS_HOLD,
                "hold",
                command.holdId());
        apply(new LegalHoldLifted(command.citizenId(), command.holdId(), circumstances.today()));
    }

    private Request known(ErasureRequestId id) {
        return story.request(id).orElseThrow(() -> RuleViolation.of(ErasureRules.UNKNOWN_REQUEST, "request", id));
    }

    /** The request, unless it was settled the other way. */
    private Request settled(ErasureRequestId id, Outcome wanted) {
        Request request = known(id);
        refuseWhen(
                request.outcome() != Outcome.OPEN && request.outcome() != wanted,
                ErasureRules.REQUEST_SETTLED,
                "request",
                id,
                "outcome",
                request.outcome());
        return request;
    }

    private void refuseErased() {
        story.approved().ifPresent(approved -> {
            throw RuleViolation.of(ErasureRules.ERASED, "since", String.valueOf(approved.settledOn()));
        });
    }

    private void refuseHeld() {
        story.standing().findFirst().ifPresent(oldest -> {
            throw RuleViolation.of(
                    ErasureRules.LEGAL_HOLD,
                    "holds",
                    story.standing().count(),
                    "ground",
                    oldest.ground(),
                    "since",
                    oldest.since());
        });
    }

    @EventSourcingHandler
    void on(
            CitizenEvent event,
            @MetaDataValue(EventTrace.ACTOR) @Nullable String actor,
            @MetaDataValue(EventTrace.ROLE) @Nullable String role,
            @MetaDataValue(EventTrace.COMMAND_ID) @Nullable String commandId,
            @SequenceNumber long sequence,
            @Timestamp Instant recordedAt) {
        if (commandId != null) {
            receipts.put(commandId, sequence + 1);
        }
        citizenId = event.citizenId();
        story = story.after(event, String.valueOf(actor), String.valueOf(role), recordedAt);
    }
}
