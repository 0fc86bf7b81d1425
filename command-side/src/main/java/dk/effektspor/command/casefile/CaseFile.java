package dk.effektspor.command.casefile;

import static dk.effektspor.command.RuleViolation.refuseWhen;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dk.effektspor.command.AccessRefused;
import dk.effektspor.command.CaseCommand;
import dk.effektspor.command.CaseFacts;
import dk.effektspor.command.CaseRules;
import dk.effektspor.command.Circumstances;
import dk.effektspor.command.RuleViolation;
import dk.effektspor.command.VersionConflict;
import dk.effektspor.command.casefile.CaseFileCommand.AddNote;
import dk.effektspor.command.casefile.CaseFileCommand.AssignCase;
import dk.effektspor.command.casefile.CaseFileCommand.CloseCase;
import dk.effektspor.command.casefile.CaseFileCommand.HoldNetworkMeeting;
import dk.effektspor.command.casefile.CaseFileCommand.OpenCase;
import dk.effektspor.command.casefile.CaseFileCommand.ReopenCase;
import dk.effektspor.command.casefile.CaseFileCommand.TransferCase;
import dk.effektspor.command.casefile.CaseFileCommand.UpdatePerson;
import dk.effektspor.command.forandringskompas.Forandringskompas;
import dk.effektspor.command.indsatstrappe.Indsatstrappe;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.EventTrace;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseAssigned;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseClosed;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseReopened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseTransferred;
import dk.effektspor.shared.casefile.CaseFileEvent.NetworkMeetingHeld;
import dk.effektspor.shared.casefile.CaseFileEvent.NoteAdded;
import dk.effektspor.shared.casefile.CaseFileEvent.PersonUpdated;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.MeetingId;
import dk.effektspor.shared.casefile.NoteId;
import dk.effektspor.shared.casefile.Person;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.SequenceNumber;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateMember;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CommandHandlerInterceptor;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * One citizen's case, and the unit of audit.
 *
 * <p>A case is <em>opened</em> once, for one citizen in one target group, by an authority unit and a caseworker. The
 * caseworker may change within the unit (<em>assigned</em>), and with the unit (<em>transferred</em>): whoever is
 * responsible now decides who may change the case, so responsibility is told in the order of its dates. Everything else
 * may be recorded late: a note, a network meeting, a decision or a scoring carries the date on which it held, which may
 * lie anywhere between the opening and the limit ahead.
 *
 * <p>While the case is open the {@link Indsatstrappe} takes decisions and follows each intervention from decision
 * through start to end, and the {@link Forandringskompas} takes readings. The case can be <em>closed</em> when no
 * intervention is active on or after that date; a decision never carried out does not hold it open. A closed case takes
 * no new fact until it is <em>reopened</em>. What is wrong in it can still be put right: person, scorings corrected or
 * annulled, decisions annulled. Nothing is ever taken away: a correction is one more event.
 *
 * <p>The version of a case is the number of its events. Every command answers with it, also one that found its wish
 * already fulfilled and one that was answered before: the case remembers which command led to which version, so that a
 * caller in doubt can always send the same command again.
 */
@AggregateRoot
public final class CaseFile {

    @AggregateIdentifier
    private @Nullable CaseId caseId;

    private @Nullable CaseOpened opened;
    private String unit = "";
    private String caseworker = "";
    private LocalDate responsibleSince = LocalDate.MIN;
    private LocalDate reopenedOn = LocalDate.MIN;
    private @Nullable Person person;
    private final Set<NoteId> notes = new HashSet<>();
    private final Set<MeetingId> meetings = new HashSet<>();
    private final Map<String, Long> receipts = new HashMap<>();
    private final CaseFacts facts = new CaseFacts();

    @AggregateMember
    private final Indsatstrappe indsatstrappe = new Indsatstrappe(facts);

    @AggregateMember
    private final Forandringskompas forandringskompas = new Forandringskompas(facts);

    /** For the event store, which tells the case its own history. */
    CaseFile() {}

    /** Stands before every command of all rooms; answers with the version the case then has. */
    @CommandHandlerInterceptor
    Object answer(CaseCommand command, Circumstances circumstances, InterceptorChain chain) throws Exception {
        Long answered = receipts.get(circumstances.commandId());
        if (answered != null) {
            return answered;
        }
        checkAccess(command, circumstances);
        Long expected = circumstances.expectedVersion();
        if (expected != null && expected != version()) {
            throw new VersionConflict(expected, version());
        }
        // The receipt must not depend on how the application is wired.
        CurrentUnitOfWork.get()
                .registerCorrelationDataProvider(message -> Map.of(EventTrace.COMMAND_ID, circumstances.commandId()));
        chain.proceed();
        return version();
    }

    private void checkAccess(CaseCommand command, Circumstances circumstances) {
        Set<String> reach = circumstances.units();
        OpenCase opening = opened == null && command instanceof OpenCase open ? open : null;
        String responsible = opening == null ? unit : opening.unit();
        if (reach != null && !reach.contains(responsible)) {
            if (opening != null) {
                // What does not exist is not another unit's.
                Responsibility.unit(responsible, opening.effectiveOn(), circumstances);
            }
            throw new AccessRefused(AccessRefused.OTHER_UNIT, Map.of("unit", responsible));
        }
    }

    private static long version() {
        Long sequence = AggregateLifecycle.getVersion();
        return sequence == null ? 0 : sequence + 1;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void handle(OpenCase command, Circumstances circumstances) {
        if (opened != null) {
            refuseWhen(!sameCase(command, opened), CaseRules.ALREADY_OPEN);
            return;
        }
        LocalDate on = command.effectiveOn();
        CaseFacts.admitDate(on, circumstances);
        refuseWhen(
                !circumstances.catalogue().hasTargetGroup(command.targetGroup()),
                CaseRules.UNKNOWN_TARGET_GROUP,
                "targetGroup",
                command.targetGroup());
        Responsibility.check(command.unit(), command.caseworker(), on, circumstances);
        checkBydel(command.person(), circumstances);
        apply(new CaseOpened(
                command.caseId(),
                command.citizenId(),
                command.caseNumber(),
                command.person(),
                command.targetGroup(),
                command.unit(),
                command.caseworker(),
                on));
    }

    /** Sealed texts differ each time the same text is sealed, so only what can be read is compared. */
    private static boolean sameCase(OpenCase command, CaseOpened opened) {
        return command.citizenId().equals(opened.citizenId())
                && command.caseNumber().equals(opened.caseNumber())
                && command.targetGroup().equals(opened.targetGroup())
                && command.unit().equals(opened.unit())
                && command.caseworker().equals(opened.caseworker())
                && command.effectiveOn().equals(opened.effectiveOn());
    }

    @CommandHandler
    void handle(AssignCase command, Circumstances circumstances) {
        facts.admit(command, circumstances);
        if (command.caseworker().equals(caseworker)) {
            return;
        }
        checkOrder(command.effectiveOn());
        Responsibility.checkCaseworker(command.caseworker());
        apply(new CaseAssigned(command.caseId(), command.caseworker(), command.effectiveOn()));
    }

    @CommandHandler
    void handle(TransferCase command, Circumstances circumstances) {
        facts.admit(command, circumstances);
        if (command.toUnit().equals(unit)) {
            refuseWhen(!command.caseworker().equals(caseworker), CaseRules.SAME_UNIT, "unit", unit);
            return;
        }
        checkOrder(command.effectiveOn());
        Responsibility.check(command.toUnit(), command.caseworker(), command.effectiveOn(), circumstances);
        apply(new CaseTransferred(
                command.caseId(),
                unit,
                command.toUnit(),
                command.caseworker(),
                command.reason(),
                command.effectiveOn()));
    }

    private void checkOrder(LocalDate on) {
        refuseWhen(
                on.isBefore(responsibleSince),
                CaseRules.BEFORE_LATEST_RESPONSIBLE,
                "on",
                on,
                "since",
                responsibleSince);
    }

    @CommandHandler
    void handle(UpdatePerson command, Circumstances circumstances) {
        facts.admitCorrection(command, circumstances);
        if (command.person().equals(person)) {
            return;
        }
        checkBydel(command.person(), circumstances);
        apply(new PersonUpdated(command.caseId(), command.person(), command.reason(), command.effectiveOn()));
    }

    private static void checkBydel(Person person, Circumstances circumstances) {
        String bydel = person.bydel();
        if (bydel != null && circumstances.catalogue().bydel(bydel).isEmpty()) {
            throw RuleViolation.of(CaseRules.UNKNOWN_BYDEL, "bydel", bydel);
        }
    }

    @CommandHandler
    void handle(AddNote command, Circumstances circumstances) {
        facts.admit(command, circumstances);
        if (!notes.contains(command.noteId())) {
            apply(new NoteAdded(command.caseId(), command.noteId(), command.text(), command.effectiveOn()));
        }
    }

    @CommandHandler
    void handle(HoldNetworkMeeting command, Circumstances circumstances) {
        facts.admit(command, circumstances);
        if (!meetings.contains(command.meetingId())) {
            apply(new NetworkMeetingHeld(
                    command.caseId(),
                    command.meetingId(),
                    command.citizenPresent(),
                    command.summary(),
                    command.effectiveOn()));
        }
    }

    @CommandHandler
    void handle(CloseCase command, Circumstances circumstances) {
        LocalDate on = command.effectiveOn();
        if (on.equals(facts.closedOn())) {
            return;
        }
        facts.admit(command, circumstances);
        refuseWhen(on.isBefore(reopenedOn), CaseRules.BEFORE_REOPENING, "on", on, "reopenedOn", reopenedOn);
        indsatstrappe.runningPast(on).ifPresent(active -> {
            throw RuleViolation.of(CaseRules.INTERVENTION_ACTIVE, "intervention", active, "on", on);
        });
        apply(new CaseClosed(command.caseId(), command.reason(), on));
    }

    @CommandHandler
    void handle(ReopenCase command, Circumstances circumstances) {
        LocalDate on = command.effectiveOn();
        LocalDate closedOn = facts.closedOn();
        if (closedOn == null) {
            refuseWhen(!on.equals(reopenedOn), CaseRules.NOT_CLOSED);
            return;
        }
        facts.admitCorrection(command, circumstances);
        refuseWhen(on.isBefore(closedOn), CaseRules.BEFORE_CLOSING, "on", on, "closedOn", closedOn);
        apply(new CaseReopened(command.caseId(), command.reason(), on));
    }

    @EventSourcingHandler
    void on(
            CaseEvent event,
            @MetaDataValue(EventTrace.COMMAND_ID) @Nullable String commandId,
            @SequenceNumber long sequence) {
        if (commandId != null) {
            receipts.put(commandId, sequence + 1);
        }
        facts.on(event);
        if (event instanceof CaseOpened happened) {
            caseId = happened.caseId();
            opened = happened;
            person = happened.person();
            responsible(happened.unit(), happened.caseworker(), happened.effectiveOn());
        } else if (event instanceof CaseAssigned happened) {
            responsible(unit, happened.caseworker(), happened.effectiveOn());
        } else if (event instanceof CaseTransferred happened) {
            responsible(happened.toUnit(), happened.caseworker(), happened.effectiveOn());
        } else if (event instanceof PersonUpdated happened) {
            person = happened.person();
        } else if (event instanceof NoteAdded happened) {
            notes.add(happened.noteId());
        } else if (event instanceof NetworkMeetingHeld happened) {
            meetings.add(happened.meetingId());
        } else if (event instanceof CaseReopened happened) {
            reopenedOn = happened.effectiveOn();
        }
    }

    private void responsible(String toUnit, String toCaseworker, LocalDate since) {
        unit = toUnit;
        caseworker = toCaseworker;
        responsibleSince = since;
    }
}
