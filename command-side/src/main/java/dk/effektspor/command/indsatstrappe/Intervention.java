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
import dk.effektspor.shared.indsatstrappe.Move;
import dk.effektspor.shared.indsatstrappe.RightStep;
import dk.effektspor.shared.indsatstrappe.Terms;
import dk.effektspor.shared.privacy.SealedText;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One intervention: decided, perhaps started, perhaps ended; annulled at any time if the decision was a mistake. */
final class Intervention {

    private static final SealedText UNREAD = new SealedText("1.");

    private final InterventionId id;
    private final Terms terms;
    private final LocalDate decidedOn;
    private @Nullable Class<?> movedBy;
    private @Nullable Move move;
    private @Nullable LocalDate plannedEnd;
    private boolean exitPlanned;
    private RightStep rightStep;
    private @Nullable String tilbud;
    private @Nullable LocalDate startedOn;
    private LocalDate siteChangedOn = LocalDate.MIN;
    private @Nullable InterventionEnded ended;
    private boolean annulled;

    Intervention(InterventionDecided event) {
        id = event.interventionId();
        terms = event.terms();
        decidedOn = event.effectiveOn();
        plannedEnd = terms.plannedEnd();
        exitPlanned = terms.exitPlan() != null;
        rightStep = terms.rightStep();
        tilbud = terms.tilbud();
    }

    InterventionId id() {
        return id;
    }

    Terms terms() {
        return terms;
    }

    LocalDate decidedOn() {
        return decidedOn;
    }

    @Nullable
    LocalDate plannedEnd() {
        return plannedEnd;
    }

    boolean exitPlanned() {
        return exitPlanned;
    }

    @Nullable
    String tilbud() {
        return tilbud;
    }

    @Nullable
    LocalDate startedOn() {
        return startedOn;
    }

    @Nullable
    InterventionEnded ended() {
        return ended;
    }

    boolean annulled() {
        return annulled;
    }

    /** The intervention this one takes the place of once it starts. */
    Optional<InterventionId> replaces() {
        return move == null || movedBy == Supplemented.class || movedBy == Resumed.class
                ? Optional.empty()
                : Optional.of(move.from());
    }

    /** The start, as planned until it is known. */
    LocalDate start() {
        return startedOn == null ? terms.plannedStart() : startedOn;
    }

    /** Texts cannot be compared; what names one always changes something. */
    boolean isAlready(AdjustIntervention wish) {
        return wish.goals() == null
                && wish.exitPlan() == null
                && (wish.plannedEnd() == null || wish.plannedEnd().equals(plannedEnd))
                && (wish.rightStep() == null || wish.rightStep() == rightStep);
    }

    /** The intervention ends on the date itself: on its last day it may still be moved from. */
    boolean activeOn(LocalDate date) {
        return running()
                && !startsAfter(date)
                && (ended == null || !ended.effectiveOn().isBefore(date));
    }

    boolean activeOnOrAfter(LocalDate date) {
        return running() && (ended == null || ended.effectiveOn().isAfter(date));
    }

    boolean runningStill() {
        return running() && ended == null;
    }

    private boolean running() {
        return startedOn != null && !annulled;
    }

    private boolean startsAfter(LocalDate date) {
        return startedOn == null || startedOn.isAfter(date);
    }

    /** Whether the same decision was taken; texts are sealed anew when a request is sent again and cannot be compared. */
    boolean wasDecidedAs(
            Terms other, LocalDate on, @Nullable Class<?> otherMovedBy, @Nullable InterventionId otherFrom) {
        InterventionId from = move == null ? null : move.from();
        return decidedOn.equals(on)
                && readable(terms).equals(readable(other))
                && Objects.equals(movedBy, otherMovedBy)
                && Objects.equals(from, otherFrom);
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
        refuseWhen(annulled, IndsatstrappeRules.ANNULLED, "intervention", id);
    }

    void mustNotHaveEnded() {
        mustStand();
        if (ended != null) {
            throw RuleViolation.of(IndsatstrappeRules.ENDED, "intervention", id, "endedOn", ended.effectiveOn());
        }
    }

    void mustBeDecidedBy(LocalDate on) {
        refuseWhen(on.isBefore(decidedOn), IndsatstrappeRules.BEFORE_DECISION, "on", on, "decidedOn", decidedOn);
    }

    /** The date of the start. */
    LocalDate mustHaveStarted() {
        if (startedOn == null) {
            throw RuleViolation.of(IndsatstrappeRules.NOT_STARTED, "intervention", id);
        }
        return startedOn;
    }

    void mustFollowSiteChange(LocalDate on) {
        refuseWhen(
                on.isBefore(siteChangedOn),
                IndsatstrappeRules.BEFORE_SITE_CHANGE,
                "on",
                on,
                "siteChangedOn",
                siteChangedOn);
    }

    void on(IndsatstrappeEvent event) {
        if (event instanceof Moved moved) {
            movedBy = event.getClass();
            move = moved.move();
        } else if (event instanceof InterventionStarted started) {
            startedOn = started.effectiveOn();
        } else if (event instanceof InterventionExtended extended) {
            plannedEnd = extended.plannedEnd();
        } else if (event instanceof InterventionAdjusted adjusted) {
            adjust(adjusted);
        } else if (event instanceof PlacementSiteChanged changed) {
            tilbud = changed.toTilbud();
            siteChangedOn = changed.effectiveOn();
        } else if (event instanceof InterventionEnded happened) {
            ended = happened;
        } else if (event instanceof DecisionAnnulled) {
            annulled = true;
        }
    }

    private void adjust(InterventionAdjusted adjusted) {
        if (adjusted.plannedEnd() != null) {
            plannedEnd = adjusted.plannedEnd();
        }
        if (adjusted.exitPlan() != null) {
            exitPlanned = true;
        }
        if (adjusted.rightStep() != null) {
            rightStep = adjusted.rightStep();
        }
    }
}
