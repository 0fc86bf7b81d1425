package dk.effektspor.command.indsatstrappe;

import static dk.effektspor.command.RuleViolation.refuseWhen;

import dk.effektspor.command.RuleViolation;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.AdjustIntervention;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.DecisionAnnulled;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionAdjusted;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionEnded;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionExtended;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionStarted;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.Moved;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.PlacementSiteChanged;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.Resumed;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.Supplemented;
import dk.effektspor.shared.indsatstrappe.InterventionId;
import dk.effektspor.shared.indsatstrappe.RightStep;
import dk.effektspor.shared.indsatstrappe.Terms;
import dk.effektspor.shared.privacy.SealedText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One intervention, told by what has happened to it: decided, perhaps started, perhaps ended; annulled at any time if
 * the decision was a mistake.
 */
record Intervention(InterventionDecided decision, List<IndsatstrappeEvent> since) {

    private static final SealedText UNREAD = new SealedText("1.");

    /** The same intervention after one more event. */
    Intervention after(IndsatstrappeEvent event) {
        List<IndsatstrappeEvent> longer = new ArrayList<>(since);
        longer.add(event);
        return new Intervention(decision, List.copyOf(longer));
    }

    private <E> Stream<E> events(Class<E> type) {
        return since.stream().filter(type::isInstance).map(type::cast);
    }

    private <E> @Nullable E latest(Class<E> type) {
        return events(type).reduce((earlier, later) -> later).orElse(null);
    }

    InterventionId id() {
        return decision.interventionId();
    }

    Terms terms() {
        return decision.terms();
    }

    LocalDate decidedOn() {
        return decision.effectiveOn();
    }

    @Nullable
    LocalDate plannedEnd() {
        LocalDate plannedEnd = terms().plannedEnd();
        for (IndsatstrappeEvent event : since) {
            if (event instanceof InterventionExtended extended) {
                plannedEnd = extended.plannedEnd();
            } else if (event instanceof InterventionAdjusted adjusted && adjusted.plannedEnd() != null) {
                plannedEnd = adjusted.plannedEnd();
            }
        }
        return plannedEnd;
    }

    boolean exitPlanned() {
        return terms().exitPlan() != null || events(InterventionAdjusted.class).anyMatch(a -> a.exitPlan() != null);
    }

    private RightStep rightStep() {
        RightStep rightStep = terms().rightStep();
        for (InterventionAdjusted adjusted : events(InterventionAdjusted.class).toList()) {
            rightStep = adjusted.rightStep() == null ? rightStep : adjusted.rightStep();
        }
        return rightStep;
    }

    @Nullable
    String tilbud() {
        PlacementSiteChanged change = latest(PlacementSiteChanged.class);
        return change == null ? terms().tilbud() : change.toTilbud();
    }

    @Nullable
    LocalDate startedOn() {
        InterventionStarted started = latest(InterventionStarted.class);
        return started == null ? null : started.effectiveOn();
    }

    @Nullable
    InterventionEnded ended() {
        return latest(InterventionEnded.class);
    }

    boolean annulled() {
        return latest(DecisionAnnulled.class) != null;
    }

    /** The intervention this one takes the place of once it starts. */
    Optional<InterventionId> replaces() {
        Moved moved = latest(Moved.class);
        return moved == null || moved instanceof Supplemented || moved instanceof Resumed
                ? Optional.empty()
                : Optional.of(moved.move().from());
    }

    /** The start, as planned until it is known. */
    LocalDate start() {
        LocalDate startedOn = startedOn();
        return startedOn == null ? terms().plannedStart() : startedOn;
    }

    /** Texts cannot be compared; what names one always changes something. */
    boolean isAlready(AdjustIntervention wish) {
        return wish.goals() == null
                && wish.exitPlan() == null
                && (wish.plannedEnd() == null || wish.plannedEnd().equals(plannedEnd()))
                && (wish.rightStep() == null || wish.rightStep() == rightStep());
    }

    /** On the day it ends it is still active: it may be moved from. */
    boolean activeOn(LocalDate date) {
        LocalDate startedOn = startedOn();
        InterventionEnded ended = ended();
        return startedOn != null
                && !startedOn.isAfter(date)
                && (ended == null || !ended.effectiveOn().isBefore(date))
                && !annulled();
    }

    /** Whether closing the case on the date would cut it off. */
    boolean runsPast(LocalDate date) {
        InterventionEnded ended = ended();
        return startedOn() != null && (ended == null || ended.effectiveOn().isAfter(date)) && !annulled();
    }

    boolean running() {
        return startedOn() != null && ended() == null && !annulled();
    }

    /** Whether the same decision was taken; texts are sealed anew when a request is sent again and cannot be compared. */
    boolean wasDecidedAs(Terms other, LocalDate on, @Nullable Class<?> otherMove, @Nullable InterventionId otherFrom) {
        Moved moved = latest(Moved.class);
        return decidedOn().equals(on)
                && readable(terms()).equals(readable(other))
                && Objects.equals(moved == null ? null : moved.getClass(), otherMove)
                && Objects.equals(moved == null ? null : moved.move().from(), otherFrom);
    }

    private static Terms readable(Terms terms) {
        return new Terms(
                terms.measure(),
                terms.legalBasis(),
                terms.ladder(),
                terms.step(),
                terms.tilbud(),
                terms.programme(),
                terms.plannedStart(),
                terms.plannedEnd(),
                List.of(),
                null,
                terms.placementBasis(),
                terms.rightStep(),
                terms.ageAtStart(),
                null,
                UNREAD);
    }

    void mustStand() {
        refuseWhen(annulled(), IndsatstrappeRules.ANNULLED, "intervention", id());
    }

    void mustNotHaveEnded() {
        mustStand();
        InterventionEnded ended = ended();
        if (ended != null) {
            throw RuleViolation.of(IndsatstrappeRules.ENDED, "intervention", id(), "endedOn", ended.effectiveOn());
        }
    }

    void mustBeDecidedBy(LocalDate on) {
        refuseWhen(on.isBefore(decidedOn()), IndsatstrappeRules.BEFORE_DECISION, "on", on, "decidedOn", decidedOn());
    }

    /** The date of the start. */
    LocalDate mustHaveStarted() {
        LocalDate startedOn = startedOn();
        if (startedOn == null) {
            throw RuleViolation.of(IndsatstrappeRules.NOT_STARTED, "intervention", id());
        }
        return startedOn;
    }

    void mustFollowSiteChange(LocalDate on) {
        PlacementSiteChanged change = latest(PlacementSiteChanged.class);
        if (change != null && on.isBefore(change.effectiveOn())) {
            throw RuleViolation.of(
                    IndsatstrappeRules.BEFORE_SITE_CHANGE, "on", on, "siteChangedOn", change.effectiveOn());
        }
    }
}
