package dk.effektspor.shared.indsatstrappe;

import dk.effektspor.shared.privacy.SealedText;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an intervention decision decides.
 *
 * @param measure code of the catalogue of measures
 * @param ladder id of the ladder version the step belongs to
 * @param step step on that ladder, 1 lowest
 * @param tilbud code of the offer, if one is chosen
 * @param programme code of an evidence-based programme, if one is used
 * @param plannedEnd required before the intervention can start
 * @param exitPlan required before the intervention can start (seed 001 p. 9: exit planned from day one)
 * @param placementBasis required where the measure is a placement
 * @param ageAtStart the citizen's age in whole years on {@code plannedStart}
 * @param ageOverride why a programme is used outside its target ages, if it is
 */
public record Terms(
        String measure,
        LegalBasis legalBasis,
        String ladder,
        int step,
        @Nullable String tilbud,
        @Nullable String programme,
        LocalDate plannedStart,
        @Nullable LocalDate plannedEnd,
        List<Goal> goals,
        @Nullable SealedText exitPlan,
        @Nullable PlacementBasis placementBasis,
        RightStep rightStep,
        int ageAtStart,
        @Nullable SealedText ageOverride,
        SealedText reason) {

    public Terms {
        goals = List.copyOf(goals);
    }
}
