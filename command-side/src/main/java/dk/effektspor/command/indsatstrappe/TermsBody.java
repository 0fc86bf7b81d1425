package dk.effektspor.command.indsatstrappe;

import dk.effektspor.command.RuleViolation;
import dk.effektspor.command.platform.Draft;
import dk.effektspor.command.platform.Identities.Kind;
import dk.effektspor.command.platform.Shape;
import dk.effektspor.platform.vault.Cpr;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.shared.catalogue.Ladder;
import dk.effektspor.shared.indsatstrappe.Goal;
import dk.effektspor.shared.indsatstrappe.GoalId;
import dk.effektspor.shared.indsatstrappe.Law;
import dk.effektspor.shared.indsatstrappe.LegalBasis;
import dk.effektspor.shared.indsatstrappe.PlacementBasis;
import dk.effektspor.shared.indsatstrappe.RightStep;
import dk.effektspor.shared.indsatstrappe.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be decided, as a request says it. The ladder, the step a measure usually has and the citizen's age are looked
 * up rather than asked for.
 *
 * @param reason may be left out where the move already gives one
 */
record TermsBody(
        @Nullable String measure,
        @Nullable Basis legalBasis,
        @Nullable Integer step,
        @Nullable String tilbud,
        @Nullable String programme,
        @Nullable LocalDate plannedStart,
        @Nullable LocalDate plannedEnd,
        @Nullable List<@Nullable String> goals,
        @Nullable String exitPlan,
        @Nullable Placement placementBasis,
        @Nullable RightStep rightStep,
        @Nullable String ageOverride,
        @Nullable String reason) {

    private static final int MOST_GOALS = 50;
    private static final int NO_STEP = 0;

    record Basis(@Nullable Law law, @Nullable String paragraph) {

        LegalBasis legalBasis(String field) {
            return new LegalBasis(Shape.required(field + ".law", law), Shape.code(field + ".paragraph", paragraph));
        }
    }

    record Placement(
            PlacementBasis.@Nullable Kind kind,
            @Nullable Basis basis,
            @Nullable LocalDate givenOn) {

        PlacementBasis placementBasis(String field) {
            return new PlacementBasis(
                    Shape.required(field + ".kind", kind),
                    Shape.required(field + ".basis", basis).legalBasis(field + ".basis"),
                    Shape.required(field + ".givenOn", givenOn));
        }
    }

    /**
     * The terms themselves.
     *
     * @param path where in the body the terms stand, for the field names in refusals
     */
    Terms terms(String path, Draft draft, LocalDate effectiveOn, @Nullable String reasonOfMove) {
        String code = Shape.code(path + "measure", measure);
        Ladder ladder = draft.catalogue()
                .ladderOn(draft.targetGroup(), effectiveOn)
                .orElseThrow(() -> new RuleViolation(
                        IndsatstrappeRules.NO_LADDER,
                        Map.of("targetGroup", draft.targetGroup(), "on", effectiveOn.toString())));
        LocalDate start = Shape.required(path + "plannedStart", plannedStart);
        String why = reason == null && reasonOfMove != null ? reasonOfMove : reason;
        return new Terms(
                code,
                Shape.required(path + "legalBasis", legalBasis).legalBasis(path + "legalBasis"),
                ladder.id(),
                stepOn(ladder, code),
                Shape.optionalCode(path + "tilbud", tilbud),
                Shape.optionalCode(path + "programme", programme),
                start,
                plannedEnd,
                goals(path + "goals", Shape.required(path + "goals", goals), draft),
                draft.sealIfGiven(Shape.optionalText(path + "exitPlan", exitPlan)),
                placementBasis == null ? null : placementBasis.placementBasis(path + "placementBasis"),
                rightStep == null ? RightStep.NOT_ASSESSED : rightStep,
                Cpr.of(draft.open(draft.cpr())).ageOn(start),
                draft.sealIfGiven(Shape.optionalText(path + "ageOverride", ageOverride)),
                draft.seal(Shape.text(path + "reason", why)));
    }

    static List<Goal> goals(String field, List<@Nullable String> texts, Draft draft) {
        if (texts.size() > MOST_GOALS) {
            throw Problem.invalidField(field, "at-most-50");
        }
        List<Goal> goals = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = Shape.text(field + "[" + i + "]", texts.get(i));
            goals.add(new Goal(new GoalId(draft.ids().created(Kind.GOAL, i)), draft.seal(text)));
        }
        return goals;
    }

    private int stepOn(Ladder ladder, String code) {
        if (step != null) {
            return step;
        }
        Ladder.Place usual = ladder.measures().get(code);
        // A measure without a place on the ladder is refused by the rules, whatever step is named.
        return usual == null ? NO_STEP : usual.step();
    }
}
