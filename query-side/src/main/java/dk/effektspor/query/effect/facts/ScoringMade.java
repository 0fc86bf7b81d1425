package dk.effektspor.query.effect.facts;

import dk.effektspor.shared.forandringskompas.DimensionScore;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.CompassScored;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringAnnulled;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringCorrected;
import dk.effektspor.shared.forandringskompas.Rater;
import dk.effektspor.shared.forandringskompas.Scoring;
import dk.effektspor.shared.forandringskompas.ScoringId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A scoring as it stands after its corrections, in the place of the one first recorded. */
public record ScoringMade(
        ScoringId id,
        String compass,
        String compassVersion,
        Rater rater,
        @Nullable String tilbud,
        List<Score> scores,
        LocalDate on,
        boolean annulled) {

    /** One dimension's reading; no score means not assessed. */
    public record Score(
            int dimension,
            @Nullable Integer score,
            @Nullable String variant) {}

    public ScoringMade {
        scores = List.copyOf(scores);
    }

    static List<ScoringMade> after(List<ScoringMade> scorings, ForandringskompasEvent event) {
        if (event instanceof CompassScored e) {
            List<ScoringMade> more = new ArrayList<>(scorings);
            more.add(of(e.scoringId(), e.scoring(), e.effectiveOn(), false));
            return more;
        }
        if (event instanceof ScoringCorrected e) {
            return change(
                    scorings, e.scoringId(), old -> of(e.scoringId(), e.scoring(), e.effectiveOn(), old.annulled()));
        }
        if (event instanceof ScoringAnnulled e) {
            return change(scorings, e.scoringId(), ScoringMade::annul);
        }
        throw new IllegalStateException(
                "No effect view knows " + event.getClass().getName());
    }

    private static ScoringMade of(ScoringId id, Scoring scoring, LocalDate on, boolean annulled) {
        List<Score> scores =
                scoring.scores().stream().map(ScoringMade::withoutComment).toList();
        return new ScoringMade(
                id,
                scoring.compass(),
                scoring.compassVersion(),
                scoring.rater(),
                scoring.tilbud(),
                scores,
                on,
                annulled);
    }

    private static Score withoutComment(DimensionScore score) {
        return new Score(score.dimension(), score.score(), score.variant());
    }

    private ScoringMade annul() {
        return new ScoringMade(id, compass, compassVersion, rater, tilbud, scores, on, true);
    }

    private static List<ScoringMade> change(List<ScoringMade> scorings, ScoringId id, UnaryOperator<ScoringMade> how) {
        List<ScoringMade> changed = new ArrayList<>(scorings);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).id().equals(id)) {
                changed.set(i, how.apply(changed.get(i)));
                return changed;
            }
        }
        throw new IllegalStateException("Scoring " + id + " was never made");
    }
}
