package dk.effektspor.command.forandringskompas;

import dk.effektspor.command.forandringskompas.ForandringskompasCommand.AnnulScoring;
import dk.effektspor.command.forandringskompas.ForandringskompasCommand.CorrectScoring;
import dk.effektspor.command.forandringskompas.ForandringskompasCommand.ScoreCompass;
import dk.effektspor.command.forandringskompas.ForandringskompasController.Annulment;
import dk.effektspor.command.forandringskompas.ForandringskompasController.Correction;
import dk.effektspor.command.forandringskompas.ForandringskompasController.Reading;
import dk.effektspor.command.forandringskompas.ForandringskompasController.Score;
import dk.effektspor.command.platform.Action;
import dk.effektspor.command.platform.Draft;
import dk.effektspor.command.platform.Identities.Kind;
import dk.effektspor.command.platform.Shape;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.shared.forandringskompas.DimensionScore;
import dk.effektspor.shared.forandringskompas.Scoring;
import dk.effektspor.shared.forandringskompas.ScoringId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of a case's readings, and how each body becomes a command. */
public final class ForandringskompasActions {

    /** No compass has more dimensions; the rules know which ones it must be. */
    private static final int MOST_SCORES = 50;

    static final Action<Reading> SCORE = new Action<>(
            "score",
            Reading.class,
            (body, draft) -> new ScoreCompass(
                    draft.caseId(),
                    new ScoringId(draft.ids().created(Kind.SCORING)),
                    scoring(body, draft),
                    Shape.required("effectiveOn", body.effectiveOn())));
    static final Action<Correction> CORRECT = new Action<>(
            "correct-scoring",
            Correction.class,
            (body, draft) -> new CorrectScoring(
                    draft.caseId(),
                    new ScoringId(draft.ids().scoring()),
                    scoring(reading(body), draft),
                    draft.seal(Shape.text("reason", body.reason())),
                    Shape.required("effectiveOn", body.effectiveOn())));
    static final Action<Annulment> ANNUL = new Action<>(
            "annul-scoring",
            Annulment.class,
            (body, draft) -> new AnnulScoring(
                    draft.caseId(),
                    new ScoringId(draft.ids().scoring()),
                    draft.seal(Shape.text("reason", body.reason())),
                    Shape.required("effectiveOn", body.effectiveOn())));

    private ForandringskompasActions() {}

    /** All of them, for whoever reads requests from elsewhere than the API. */
    public static List<Action<?>> all() {
        return List.of(SCORE, CORRECT, ANNUL);
    }

    private static Reading reading(Correction body) {
        return new Reading(
                body.compass(),
                body.compassVersion(),
                body.rater(),
                body.occasion(),
                body.tilbud(),
                body.scores(),
                body.effectiveOn());
    }

    private static Scoring scoring(Reading body, Draft draft) {
        return new Scoring(
                Shape.code("compass", body.compass()),
                Shape.code("compassVersion", body.compassVersion()),
                Shape.required("rater", body.rater()),
                Shape.required("occasion", body.occasion()),
                Shape.optionalCode("tilbud", body.tilbud()),
                scores(Shape.required("scores", body.scores()), draft));
    }

    private static List<DimensionScore> scores(List<@Nullable Score> given, Draft draft) {
        if (given.size() > MOST_SCORES) {
            throw Problem.invalidField("scores", "at-most-50");
        }
        List<DimensionScore> scores = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String field = "scores[" + i + "]";
            Score score = Shape.required(field, given.get(i));
            scores.add(new DimensionScore(
                    Shape.required(field + ".dimension", score.dimension()),
                    score.score(),
                    score.notAssessed(),
                    Shape.optionalCode(field + ".variant", score.variant()),
                    draft.sealIfGiven(Shape.optionalText(field + ".comment", score.comment()))));
        }
        return scores;
    }
}
