package dk.effektspor.command.indsatstrappe;

import dk.effektspor.command.CaseCommand;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.forandringskompas.ScoringId;
import dk.effektspor.shared.indsatstrappe.Destination;
import dk.effektspor.shared.indsatstrappe.EndReason;
import dk.effektspor.shared.indsatstrappe.Goal;
import dk.effektspor.shared.indsatstrappe.InterventionId;
import dk.effektspor.shared.indsatstrappe.RightStep;
import dk.effektspor.shared.indsatstrappe.Terms;
import dk.effektspor.shared.privacy.SealedText;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked of a case's interventions. */
public sealed interface IndsatstrappeCommand extends CaseCommand {

    InterventionId interventionId();

    /** Decides a move from one intervention to a new one. */
    sealed interface MoveCommand permits StepUp, StepDown, MoveLaterally, Supplement, Resume {
        CaseId caseId();

        InterventionId interventionId();

        InterventionId from();

        Terms terms();

        SealedText reason();

        List<ScoringId> restsOn();

        LocalDate effectiveOn();
    }

    record DecideIntervention(
            @TargetAggregateIdentifier CaseId caseId, InterventionId interventionId, Terms terms, LocalDate effectiveOn)
            implements IndsatstrappeCommand {}

    record StepUp(
            @TargetAggregateIdentifier CaseId caseId,
            InterventionId interventionId,
            InterventionId from,
            Terms terms,
            SealedText reason,
            List<ScoringId> restsOn,
            LocalDate effectiveOn)
            implements IndsatstrappeCommand, MoveCommand {}

    record StepDown(
            @TargetAggregateIdentifier CaseId caseId,
            InterventionId interventionId,
            InterventionId from,
            Terms terms,
            SealedText reason,
            List<ScoringId> restsOn,
            LocalDate effectiveOn)
            implements IndsatstrappeCommand, MoveCommand {}

    record MoveLaterally(
            @TargetAggregateIdentifier CaseId caseId,
            InterventionId interventionId,
            InterventionId from,
            Terms terms,
            SealedText reason,
            List<ScoringId> restsOn,
            LocalDate effectiveOn)
            implements IndsatstrappeCommand, MoveCommand {}

    record Supplement(
            @TargetAggregateIdentifier CaseId caseId,
            InterventionId interventionId,
            InterventionId from,
            Terms terms,
            SealedText reason,
            List<ScoringId> restsOn,
            LocalDate effectiveOn)
            implements IndsatstrappeCommand, MoveCommand {}

    record Resume(
            @TargetAggregateIdentifier CaseId caseId,
            InterventionId interventionId,
            InterventionId from,
            Terms terms,
            SealedText reason,
            List<ScoringId> restsOn,
            LocalDate effectiveOn)
            implements IndsatstrappeCommand, MoveCommand {}

    record StartIntervention(
            @TargetAggregateIdentifier CaseId caseId, InterventionId interventionId, LocalDate effectiveOn)
            implements IndsatstrappeCommand {}

    record ExtendIntervention(
            @TargetAggregateIdentifier CaseId caseId,
            InterventionId interventionId,
            LocalDate plannedEnd,
            SealedText reason,
            LocalDate effectiveOn)
            implements IndsatstrappeCommand {}

    /** What is absent stays as it was. */
    record AdjustIntervention(
            @TargetAggregateIdentifier CaseId caseId,
            InterventionId interventionId,
            @Nullable List<Goal> goals,
            @Nullable SealedText exitPlan,
            @Nullable LocalDate plannedEnd,
            @Nullable RightStep rightStep,
            SealedText reason,
            LocalDate effectiveOn)
            implements IndsatstrappeCommand {}

    record ChangePlacementSite(
            @TargetAggregateIdentifier CaseId caseId,
            InterventionId interventionId,
            String toTilbud,
            SealedText reason,
            boolean breakdown,
            LocalDate effectiveOn)
            implements IndsatstrappeCommand {}

    record EndIntervention(
            @TargetAggregateIdentifier CaseId caseId,
            InterventionId interventionId,
            Set<EndReason> reasons,
            Destination destination,
            boolean breakdown,
            @Nullable SealedText explanation,
            LocalDate effectiveOn)
            implements IndsatstrappeCommand {}

    record AnnulDecision(
            @TargetAggregateIdentifier CaseId caseId,
            InterventionId interventionId,
            SealedText reason,
            LocalDate effectiveOn)
            implements IndsatstrappeCommand {}
}
