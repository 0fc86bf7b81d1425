package dk.effektspor.shared.indsatstrappe;

import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.EventName;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.privacy.SealedText;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** What can happen to a case's interventions and so to its position on the Indsatstrappe. */
public sealed interface IndsatstrappeEvent extends CaseEvent {

    InterventionId interventionId();

    /** An event that decides a move; {@link #interventionId()} is the intervention moved to. */
    sealed interface Moved permits SteppedUp, SteppedDown, MovedLaterally, Supplemented, Resumed {

        Move move();

        LocalDate effectiveOn();
    }

    /** An intervention was decided; {@code effectiveOn} is the date of the decision. */
    @EventName("indsatstrappe.intervention-decided")
    @Revision("1")
    record InterventionDecided(CaseId caseId, InterventionId interventionId, Terms terms, LocalDate effectiveOn)
            implements IndsatstrappeEvent {}

    /** A more intrusive intervention was decided in place of another. */
    @EventName("indsatstrappe.stepped-up")
    @Revision("1")
    record SteppedUp(CaseId caseId, InterventionId interventionId, Move move, LocalDate effectiveOn)
            implements IndsatstrappeEvent, Moved {}

    /** A less intrusive intervention was decided in place of another. */
    @EventName("indsatstrappe.stepped-down")
    @Revision("1")
    record SteppedDown(CaseId caseId, InterventionId interventionId, Move move, LocalDate effectiveOn)
            implements IndsatstrappeEvent, Moved {}

    /** An intervention on the same step was decided in place of another. */
    @EventName("indsatstrappe.moved-laterally")
    @Revision("1")
    record MovedLaterally(CaseId caseId, InterventionId interventionId, Move move, LocalDate effectiveOn)
            implements IndsatstrappeEvent, Moved {}

    /** An intervention was decided beside those running, at or under the case's position. */
    @EventName("indsatstrappe.supplemented")
    @Revision("1")
    record Supplemented(CaseId caseId, InterventionId interventionId, Move move, LocalDate effectiveOn)
            implements IndsatstrappeEvent, Moved {}

    /** An intervention was decided to take up again what had ended. */
    @EventName("indsatstrappe.resumed")
    @Revision("1")
    record Resumed(CaseId caseId, InterventionId interventionId, Move move, LocalDate effectiveOn)
            implements IndsatstrappeEvent, Moved {}

    /** The intervention began. */
    @EventName("indsatstrappe.intervention-started")
    @Revision("1")
    record InterventionStarted(CaseId caseId, InterventionId interventionId, LocalDate effectiveOn)
            implements IndsatstrappeEvent {}

    /** The planned end was moved to a later date. */
    @EventName("indsatstrappe.intervention-extended")
    @Revision("1")
    record InterventionExtended(
            CaseId caseId,
            InterventionId interventionId,
            LocalDate plannedEnd,
            SealedText reason,
            LocalDate effectiveOn)
            implements IndsatstrappeEvent {}

    /** Goals, exit plan, programme or planned end were revised; what is absent stays as it was. */
    @EventName("indsatstrappe.intervention-adjusted")
    @Revision("1")
    record InterventionAdjusted(
            CaseId caseId,
            InterventionId interventionId,
            @Nullable List<Goal> goals,
            @Nullable SealedText exitPlan,
            @Nullable LocalDate plannedEnd,
            @Nullable RightStep rightStep,
            SealedText reason,
            LocalDate effectiveOn)
            implements IndsatstrappeEvent {}

    /** The citizen moved to another site of the same type (national statistics do not see this; we do). */
    @EventName("indsatstrappe.placement-site-changed")
    @Revision("1")
    record PlacementSiteChanged(
            CaseId caseId,
            InterventionId interventionId,
            @Nullable String fromTilbud,
            String toTilbud,
            SealedText reason,
            boolean breakdown,
            LocalDate effectiveOn)
            implements IndsatstrappeEvent {}

    /**
     * The intervention ended.
     *
     * @param reasons at least one
     * @param breakdown true for a sammenbrud (W24: the child leaves, the site gives up, or both), false for planned
     */
    @EventName("indsatstrappe.intervention-ended")
    @Revision("2")
    record InterventionEnded(
            CaseId caseId,
            InterventionId interventionId,
            Set<EndReason> reasons,
            Destination destination,
            boolean breakdown,
            @Nullable SealedText explanation,
            LocalDate effectiveOn)
            implements IndsatstrappeEvent {

        public InterventionEnded {
            reasons = Set.copyOf(reasons);
        }
    }

    /** A decision was annulled: it should never have been taken, and counts in no view as of then. */
    @EventName("indsatstrappe.decision-annulled")
    @Revision("1")
    record DecisionAnnulled(CaseId caseId, InterventionId interventionId, SealedText reason, LocalDate effectiveOn)
            implements IndsatstrappeEvent {}
}
