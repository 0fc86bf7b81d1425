package dk.effektspor.command.indsatstrappe;

import static dk.effektspor.command.RuleViolation.refuseWhen;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dk.effektspor.command.CaseFacts;
import dk.effektspor.command.Circumstances;
import dk.effektspor.command.RuleViolation;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.AdjustIntervention;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.AnnulDecision;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.ChangePlacementSite;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.DecideIntervention;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.EndIntervention;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.ExtendIntervention;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.MoveCommand;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.MoveLaterally;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.Resume;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.StartIntervention;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.StepDown;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.StepUp;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.Supplement;
import dk.effektspor.shared.forandringskompas.ScoringId;
import dk.effektspor.shared.indsatstrappe.Destination;
import dk.effektspor.shared.indsatstrappe.EndReason;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.DecisionAnnulled;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionAdjusted;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionEnded;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionExtended;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionStarted;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.MovedLaterally;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.PlacementSiteChanged;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.Resumed;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.SteppedDown;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.SteppedUp;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.Supplemented;
import dk.effektspor.shared.indsatstrappe.InterventionId;
import dk.effektspor.shared.indsatstrappe.Move;
import dk.effektspor.shared.indsatstrappe.Terms;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/**
 * A case's interventions and their moves on the ladder.
 *
 * <p>An intervention is <em>decided</em>, alone or as a move from another: <em>step-up</em>, <em>step-down</em> and
 * <em>lateral move</em> take the place of one that is active, a <em>supplement</em> joins those active at or under the
 * case's position, a <em>resumption</em> takes up one that has ended. It <em>starts</em> when it has a planned end and an
 * exit plan; what it replaces, if still active, ends that day by the same command. It may be <em>extended</em>,
 * <em>adjusted</em> and, if a placement, <em>moved to another site</em> of the same type until it <em>ends</em>, once. A
 * decision that should not have been taken is <em>annulled</em> whenever that is found out, even when the intervention
 * is active, has ended or the case is closed (it may stand in the wrong case), and then counts nowhere; what it replaced
 * stays as it is.
 */
public final class Indsatstrappe {

    private final CaseFacts facts;
    private final Map<InterventionId, Intervention> interventions = new LinkedHashMap<>();

    public Indsatstrappe(CaseFacts facts) {
        this.facts = facts;
    }

    /** An intervention that closing the case on the date would cut off, if there is one. */
    public Optional<InterventionId> runningPast(LocalDate date) {
        return interventions.values().stream()
                .filter(i -> i.runsPast(date))
                .map(Intervention::id)
                .findFirst();
    }

    @CommandHandler
    void handle(DecideIntervention command, Circumstances circumstances) {
        facts.admit(command, circumstances);
        if (!decidedAlready(command.interventionId(), command.terms(), command.effectiveOn(), null, null)) {
            TermsRules.check(command.terms(), command.effectiveOn(), facts.targetGroup(), circumstances);
            apply(new InterventionDecided(
                    command.caseId(), command.interventionId(), command.terms(), command.effectiveOn()));
        }
    }

    @CommandHandler
    void handle(StepUp command, Circumstances circumstances) {
        facts.admit(command, circumstances);
        if (isNew(command, SteppedUp.class)) {
            Move move = replacing(command, circumstances);
            refuseWhen(move.toStep() <= move.fromStep(), IndsatstrappeRules.NOT_A_STEP_UP, steps(move));
            decide(command, circumstances);
            apply(new SteppedUp(command.caseId(), move.to(), move, command.effectiveOn()));
        }
    }

    @CommandHandler
    void handle(StepDown command, Circumstances circumstances) {
        facts.admit(command, circumstances);
        if (isNew(command, SteppedDown.class)) {
            Move move = replacing(command, circumstances);
            refuseWhen(move.toStep() >= move.fromStep(), IndsatstrappeRules.NOT_A_STEP_DOWN, steps(move));
            decide(command, circumstances);
            apply(new SteppedDown(command.caseId(), move.to(), move, command.effectiveOn()));
        }
    }

    @CommandHandler
    void handle(MoveLaterally command, Circumstances circumstances) {
        facts.admit(command, circumstances);
        if (isNew(command, MovedLaterally.class)) {
            Move move = replacing(command, circumstances);
            refuseWhen(move.toStep() != move.fromStep(), IndsatstrappeRules.NOT_LATERAL, steps(move));
            decide(command, circumstances);
            apply(new MovedLaterally(command.caseId(), move.to(), move, command.effectiveOn()));
        }
    }

    @CommandHandler
    void handle(Supplement command, Circumstances circumstances) {
        facts.admit(command, circumstances);
        if (isNew(command, Supplemented.class)) {
            activeFrom(command);
            int position = positionOn(command.effectiveOn());
            Move move = move(command, position, circumstances);
            refuseWhen(
                    move.toStep() > position,
                    IndsatstrappeRules.ABOVE_POSITION,
                    "position",
                    position,
                    "toStep",
                    move.toStep());
            decide(command, circumstances);
            apply(new Supplemented(command.caseId(), move.to(), move, command.effectiveOn()));
        }
    }

    @CommandHandler
    void handle(Resume command, Circumstances circumstances) {
        facts.admit(command, circumstances);
        if (isNew(command, Resumed.class)) {
            LocalDate on = command.effectiveOn();
            Intervention from = existing(command.from());
            from.mustStand();
            InterventionEnded ended = from.ended();
            if (ended == null || ended.effectiveOn().isAfter(on)) {
                throw RuleViolation.of(IndsatstrappeRules.NOT_ENDED, "intervention", from.id(), "on", on);
            }
            Move move = move(command, from.terms().step(), circumstances);
            decide(command, circumstances);
            apply(new Resumed(command.caseId(), move.to(), move, on));
        }
    }

    private boolean isNew(MoveCommand command, Class<?> movedBy) {
        return !decidedAlready(
                command.interventionId(), command.terms(), command.effectiveOn(), movedBy, command.from());
    }

    private boolean decidedAlready(
            InterventionId id, Terms terms, LocalDate on, @Nullable Class<?> movedBy, @Nullable InterventionId from) {
        Intervention earlier = interventions.get(id);
        refuseWhen(
                earlier != null && !earlier.wasDecidedAs(terms, on, movedBy, from),
                IndsatstrappeRules.ALREADY_DECIDED,
                "intervention",
                id);
        return earlier != null;
    }

    private Move replacing(MoveCommand command, Circumstances circumstances) {
        return move(command, activeFrom(command).terms().step(), circumstances);
    }

    private Intervention activeFrom(MoveCommand command) {
        Intervention from = existing(command.from());
        from.mustStand();
        LocalDate on = command.effectiveOn();
        refuseWhen(!from.activeOn(on), IndsatstrappeRules.NOT_ACTIVE, "intervention", from.id(), "on", on);
        return from;
    }

    private Move move(MoveCommand command, int fromStep, Circumstances circumstances) {
        // Where a move leads cannot be judged for a measure without a step.
        TermsRules.checkMeasure(command.terms(), command.effectiveOn(), facts.targetGroup(), circumstances.catalogue());
        for (ScoringId scoring : command.restsOn()) {
            refuseWhen(!facts.holds(scoring), IndsatstrappeRules.UNKNOWN_SCORING, "scoring", scoring);
        }
        return new Move(
                command.from(),
                command.interventionId(),
                fromStep,
                command.terms().step(),
                command.reason(),
                command.restsOn());
    }

    private static Object[] steps(Move move) {
        return new Object[] {"fromStep", move.fromStep(), "toStep", move.toStep()};
    }

    private void decide(MoveCommand command, Circumstances circumstances) {
        TermsRules.check(command.terms(), command.effectiveOn(), facts.targetGroup(), circumstances);
        apply(new InterventionDecided(
                command.caseId(), command.interventionId(), command.terms(), command.effectiveOn()));
    }

    private int positionOn(LocalDate date) {
        return interventions.values().stream()
                .filter(i -> i.activeOn(date))
                .mapToInt(i -> i.terms().step())
                .max()
                .orElse(0);
    }

    @CommandHandler
    void handle(StartIntervention command, Circumstances circumstances) {
        facts.admit(command, circumstances);
        Intervention intervention = existing(command.interventionId());
        LocalDate on = command.effectiveOn();
        intervention.mustStand();
        LocalDate startedOn = intervention.startedOn();
        if (startedOn != null) {
            refuseWhen(
                    !startedOn.equals(on),
                    IndsatstrappeRules.ALREADY_STARTED,
                    "intervention",
                    intervention.id(),
                    "startedOn",
                    startedOn);
            return;
        }
        checkStart(intervention, on);
        Optional<Intervention> replaced = replacedBy(intervention);
        replaced.ifPresent(r -> r.mustFollowSiteChange(on));
        apply(new InterventionStarted(command.caseId(), intervention.id(), on));
        replaced.ifPresent(r -> apply(new InterventionEnded(
                command.caseId(),
                r.id(),
                Set.of(EndReason.REPLACED_BY_MOVE),
                Destination.OTHER_INTERVENTION,
                false,
                null,
                on)));
    }

    private static void checkStart(Intervention intervention, LocalDate on) {
        InterventionId id = intervention.id();
        LocalDate decidedOn = intervention.decidedOn();
        refuseWhen(
                on.isBefore(decidedOn), IndsatstrappeRules.START_BEFORE_DECISION, "start", on, "decidedOn", decidedOn);
        refuseWhen(intervention.plannedEnd() == null, IndsatstrappeRules.NO_PLANNED_END, "intervention", id);
        refuseWhen(!intervention.exitPlanned(), IndsatstrappeRules.NO_EXIT_PLAN, "intervention", id);
        TermsRules.checkPlannedEnd(intervention.plannedEnd(), on);
        TermsRules.checkBasisDate(intervention.terms().placementBasis(), on);
    }

    private Optional<Intervention> replacedBy(Intervention intervention) {
        return intervention.replaces().map(this::existing).filter(Intervention::running);
    }

    @CommandHandler
    void handle(ExtendIntervention command, Circumstances circumstances) {
        facts.admit(command, circumstances);
        Intervention intervention = existing(command.interventionId());
        intervention.mustNotHaveEnded();
        intervention.mustBeDecidedBy(command.effectiveOn());
        LocalDate current = intervention.plannedEnd();
        if (current == null) {
            throw RuleViolation.of(IndsatstrappeRules.NO_PLANNED_END, "intervention", intervention.id());
        }
        LocalDate plannedEnd = command.plannedEnd();
        refuseWhen(
                plannedEnd.isBefore(current),
                IndsatstrappeRules.NOT_AN_EXTENSION,
                "plannedEnd",
                plannedEnd,
                "current",
                current);
        if (!plannedEnd.equals(current)) {
            apply(new InterventionExtended(
                    command.caseId(), intervention.id(), plannedEnd, command.reason(), command.effectiveOn()));
        }
    }

    @CommandHandler
    void handle(AdjustIntervention command, Circumstances circumstances) {
        facts.admit(command, circumstances);
        Intervention intervention = existing(command.interventionId());
        intervention.mustNotHaveEnded();
        intervention.mustBeDecidedBy(command.effectiveOn());
        if (intervention.isAlready(command)) {
            return;
        }
        TermsRules.checkPlannedEnd(command.plannedEnd(), intervention.start());
        apply(new InterventionAdjusted(
                command.caseId(),
                intervention.id(),
                command.goals(),
                command.exitPlan(),
                command.plannedEnd(),
                command.rightStep(),
                command.reason(),
                command.effectiveOn()));
    }

    @CommandHandler
    void handle(ChangePlacementSite command, Circumstances circumstances) {
        facts.admit(command, circumstances);
        Intervention intervention = existing(command.interventionId());
        intervention.mustNotHaveEnded();
        if (command.toTilbud().equals(intervention.tilbud())) {
            return;
        }
        LocalDate on = command.effectiveOn();
        String measure = intervention.terms().measure();
        mustBePlacement(measure, circumstances);
        LocalDate startedOn = intervention.mustHaveStarted();
        refuseWhen(on.isBefore(startedOn), IndsatstrappeRules.BEFORE_START, "on", on, "startedOn", startedOn);
        intervention.mustFollowSiteChange(on);
        TermsRules.checkOffer(command.toTilbud(), measure, on, circumstances.catalogue());
        apply(new PlacementSiteChanged(
                command.caseId(),
                intervention.id(),
                intervention.tilbud(),
                command.toTilbud(),
                command.reason(),
                command.breakdown(),
                on));
    }

    private static void mustBePlacement(String measure, Circumstances circumstances) {
        refuseWhen(
                !TermsRules.measure(measure, circumstances.catalogue()).placement(),
                IndsatstrappeRules.NOT_A_PLACEMENT,
                "measure",
                measure);
    }

    @CommandHandler
    void handle(EndIntervention command, Circumstances circumstances) {
        facts.admit(command, circumstances);
        Intervention intervention = existing(command.interventionId());
        intervention.mustStand();
        LocalDate on = command.effectiveOn();
        InterventionEnded ended = intervention.ended();
        if (ended != null) {
            refuseWhen(
                    !sameEnd(command, ended),
                    IndsatstrappeRules.ALREADY_ENDED,
                    "intervention",
                    intervention.id(),
                    "endedOn",
                    ended.effectiveOn());
            return;
        }
        refuseWhen(command.reasons().isEmpty(), IndsatstrappeRules.NO_END_REASON);
        LocalDate startedOn = intervention.mustHaveStarted();
        refuseWhen(on.isBefore(startedOn), IndsatstrappeRules.END_BEFORE_START, "end", on, "startedOn", startedOn);
        intervention.mustFollowSiteChange(on);
        if (command.breakdown()) {
            mustBePlacement(intervention.terms().measure(), circumstances);
        }
        apply(new InterventionEnded(
                command.caseId(),
                intervention.id(),
                command.reasons(),
                command.destination(),
                command.breakdown(),
                command.explanation(),
                on));
    }

    private static boolean sameEnd(EndIntervention command, InterventionEnded ended) {
        return command.effectiveOn().equals(ended.effectiveOn())
                && command.reasons().equals(ended.reasons())
                && command.destination() == ended.destination()
                && command.breakdown() == ended.breakdown();
    }

    @CommandHandler
    void handle(AnnulDecision command, Circumstances circumstances) {
        facts.admitCorrection(command, circumstances);
        Intervention intervention = existing(command.interventionId());
        if (!intervention.annulled()) {
            intervention.mustBeDecidedBy(command.effectiveOn());
            apply(new DecisionAnnulled(command.caseId(), intervention.id(), command.reason(), command.effectiveOn()));
        }
    }

    private Intervention existing(InterventionId id) {
        Intervention intervention = interventions.get(id);
        if (intervention == null) {
            throw RuleViolation.of(IndsatstrappeRules.UNKNOWN_INTERVENTION, "intervention", id);
        }
        return intervention;
    }

    @EventSourcingHandler
    void on(IndsatstrappeEvent event) {
        if (event instanceof InterventionDecided decided) {
            interventions.put(event.interventionId(), new Intervention(decided, List.of()));
        } else {
            interventions.put(
                    event.interventionId(), existing(event.interventionId()).after(event));
        }
    }
}
