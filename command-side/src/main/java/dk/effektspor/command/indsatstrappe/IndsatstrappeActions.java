package dk.effektspor.command.indsatstrappe;

import dk.effektspor.command.CaseCommand;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.AdjustIntervention;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.AnnulDecision;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.ChangePlacementSite;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.DecideIntervention;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.EndIntervention;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.ExtendIntervention;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.MoveLaterally;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.Resume;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.StartIntervention;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.StepDown;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.StepUp;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.Supplement;
import dk.effektspor.command.platform.Action;
import dk.effektspor.command.platform.Draft;
import dk.effektspor.command.platform.Identities.Kind;
import dk.effektspor.command.platform.Shape;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.forandringskompas.ScoringId;
import dk.effektspor.shared.indsatstrappe.EndReason;
import dk.effektspor.shared.indsatstrappe.InterventionId;
import dk.effektspor.shared.indsatstrappe.Terms;
import dk.effektspor.shared.privacy.SealedText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be asked of a case's interventions, and how each body becomes a command. */
public final class IndsatstrappeActions {

    private static final int MOST_READINGS = 50;

    static final Action<InterventionController.Decision> DECIDE =
            new Action<>("decide-intervention", InterventionController.Decision.class, (body, draft) -> {
                LocalDate effectiveOn = effectiveOn(body.effectiveOn());
                Terms terms = body.terms().terms("", draft, effectiveOn, null);
                return new DecideIntervention(draft.caseId(), created(draft), terms, effectiveOn);
            });
    static final Action<IndsatstrappeController.MoveBody> STEP_UP = move("step-up", StepUp::new);
    static final Action<IndsatstrappeController.MoveBody> STEP_DOWN = move("step-down", StepDown::new);
    static final Action<IndsatstrappeController.MoveBody> LATERAL_MOVE = move("lateral-move", MoveLaterally::new);
    static final Action<IndsatstrappeController.MoveBody> SUPPLEMENT = move("supplement", Supplement::new);
    static final Action<IndsatstrappeController.MoveBody> RESUME = move("resume", Resume::new);
    static final Action<InterventionController.Start> START = new Action<>(
            "start",
            InterventionController.Start.class,
            (body, draft) -> new StartIntervention(draft.caseId(), about(draft), effectiveOn(body.effectiveOn())));
    static final Action<InterventionController.Extension> EXTEND = new Action<>(
            "extend",
            InterventionController.Extension.class,
            (body, draft) -> new ExtendIntervention(
                    draft.caseId(),
                    about(draft),
                    Shape.required("plannedEnd", body.plannedEnd()),
                    reason(body.reason(), draft),
                    effectiveOn(body.effectiveOn())));
    static final Action<InterventionController.Adjustment> ADJUST = new Action<>(
            "adjust",
            InterventionController.Adjustment.class,
            (body, draft) -> new AdjustIntervention(
                    draft.caseId(),
                    about(draft),
                    body.goals() == null ? null : TermsBody.goals("goals", body.goals(), draft),
                    draft.sealIfGiven(Shape.optionalText("exitPlan", body.exitPlan())),
                    body.plannedEnd(),
                    body.rightStep(),
                    reason(body.reason(), draft),
                    effectiveOn(body.effectiveOn())));
    static final Action<InterventionController.SiteChange> CHANGE_SITE = new Action<>(
            "change-site",
            InterventionController.SiteChange.class,
            (body, draft) -> new ChangePlacementSite(
                    draft.caseId(),
                    about(draft),
                    Shape.code("tilbud", body.tilbud()),
                    reason(body.reason(), draft),
                    Shape.required("breakdown", body.breakdown()),
                    effectiveOn(body.effectiveOn())));
    static final Action<InterventionController.Ending> END = new Action<>(
            "end",
            InterventionController.Ending.class,
            (body, draft) -> new EndIntervention(
                    draft.caseId(),
                    about(draft),
                    reasons(Shape.required("reasons", body.reasons())),
                    Shape.required("destination", body.destination()),
                    Shape.required("breakdown", body.breakdown()),
                    draft.sealIfGiven(Shape.optionalText("explanation", body.explanation())),
                    effectiveOn(body.effectiveOn())));
    static final Action<InterventionController.Annulment> ANNUL = new Action<>(
            "annul-decision",
            InterventionController.Annulment.class,
            (body, draft) -> new AnnulDecision(
                    draft.caseId(), about(draft), reason(body.reason(), draft), effectiveOn(body.effectiveOn())));

    private IndsatstrappeActions() {}

    /** All of them, for whoever reads requests from elsewhere than the API. */
    public static List<Action<?>> all() {
        return List.of(
                DECIDE,
                STEP_UP,
                STEP_DOWN,
                LATERAL_MOVE,
                SUPPLEMENT,
                RESUME,
                START,
                EXTEND,
                ADJUST,
                CHANGE_SITE,
                END,
                ANNUL);
    }

    @FunctionalInterface
    private interface MoveMaker {
        CaseCommand make(
                CaseId caseId,
                InterventionId to,
                InterventionId from,
                Terms terms,
                SealedText reason,
                List<ScoringId> restsOn,
                LocalDate effectiveOn);
    }

    private static Action<IndsatstrappeController.MoveBody> move(String name, MoveMaker maker) {
        return new Action<>(name, IndsatstrappeController.MoveBody.class, (body, draft) -> {
            LocalDate effectiveOn = effectiveOn(body.effectiveOn());
            String reason = Shape.text("reason", body.reason());
            Terms terms = Shape.required("intervention", body.intervention())
                    .terms("intervention.", draft, effectiveOn, reason);
            return maker.make(
                    draft.caseId(),
                    created(draft),
                    about(draft),
                    terms,
                    draft.seal(reason),
                    readings(body.restsOn(), draft),
                    effectiveOn);
        });
    }

    private static List<ScoringId> readings(@Nullable List<@Nullable String> references, Draft draft) {
        List<ScoringId> readings = new ArrayList<>();
        if (references == null) {
            return readings;
        }
        if (references.size() > MOST_READINGS) {
            throw Problem.invalidField("restsOn", "at-most-50");
        }
        for (int i = 0; i < references.size(); i++) {
            String reference = Shape.code("restsOn[" + i + "]", references.get(i));
            readings.add(new ScoringId(draft.ids().reading(reference)));
        }
        return readings;
    }

    private static Set<EndReason> reasons(List<@Nullable EndReason> given) {
        EnumSet<EndReason> reasons = EnumSet.noneOf(EndReason.class);
        for (int i = 0; i < given.size(); i++) {
            reasons.add(Shape.required("reasons[" + i + "]", given.get(i)));
        }
        return reasons;
    }

    private static InterventionId about(Draft draft) {
        return new InterventionId(draft.ids().intervention());
    }

    private static InterventionId created(Draft draft) {
        return new InterventionId(draft.ids().created(Kind.INTERVENTION));
    }

    private static SealedText reason(@Nullable String given, Draft draft) {
        return draft.seal(Shape.text("reason", given));
    }

    private static LocalDate effectiveOn(@Nullable LocalDate given) {
        return Shape.required("effectiveOn", given);
    }
}
