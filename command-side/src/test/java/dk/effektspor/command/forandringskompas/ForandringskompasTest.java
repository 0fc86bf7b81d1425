package dk.effektspor.command.forandringskompas;

import static dk.effektspor.command.Casework.CASE;
import static dk.effektspor.command.Casework.TEXT;
import static dk.effektspor.command.Casework.given;
import static dk.effektspor.command.Casework.history;
import static dk.effektspor.command.Casework.on;
import static dk.effektspor.command.Casework.opened;

import dk.effektspor.command.CaseRules;
import dk.effektspor.command.Casework.Outcome;
import dk.effektspor.command.TestCatalogue;
import dk.effektspor.command.forandringskompas.ForandringskompasCommand.AnnulScoring;
import dk.effektspor.command.forandringskompas.ForandringskompasCommand.CorrectScoring;
import dk.effektspor.command.forandringskompas.ForandringskompasCommand.ScoreCompass;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseClosed;
import dk.effektspor.shared.forandringskompas.DimensionScore;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.CompassScored;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringAnnulled;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringCorrected;
import dk.effektspor.shared.forandringskompas.NotAssessed;
import dk.effektspor.shared.forandringskompas.Occasion;
import dk.effektspor.shared.forandringskompas.Rater;
import dk.effektspor.shared.forandringskompas.Scoring;
import dk.effektspor.shared.forandringskompas.ScoringId;
import dk.effektspor.shared.privacy.SealedText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ForandringskompasTest {

    private static final ScoringId ID = ScoringId.of("00000000-0000-4000-8000-0000000000b1");
    private static final ScoringId OTHER = ScoringId.of("00000000-0000-4000-8000-0000000000b2");
    private static final CompassScored SCORED = new CompassScored(CASE, ID, scoring(fives()), on(2, 1));
    private static final ScoringAnnulled ANNULLED = new ScoringAnnulled(CASE, ID, TEXT, on(3, 1));
    private static final CaseClosed CLOSED = new CaseClosed(CASE, TEXT, on(4, 30));

    @Nested
    class Scored {

        @Test
        void the_citizen_is_scored_on_all_dimensions() {
            given().when(score(scoring(fives()))).records(SCORED);
        }

        @Test
        void a_dimension_may_be_left_unassessed_with_a_reason() {
            Scoring scoring = scoring(with(3, new DimensionScore(4, null, NotAssessed.NOT_RELEVANT, null, TEXT)));
            given().when(score(scoring)).records(new CompassScored(CASE, ID, scoring, on(2, 1)));
        }

        @Test
        void the_lowest_and_the_highest_score_are_on_the_scale() {
            Scoring lowest = scoring(with(3, plain(4, 1)));
            Scoring highest = scoring(with(3, plain(4, 10)));
            given().when(score(lowest)).records(new CompassScored(CASE, ID, lowest, on(2, 1)));
            given().when(score(highest)).records(new CompassScored(CASE, ID, highest, on(2, 1)));
        }

        @Test
        void dimensions_given_in_any_order_are_kept_in_the_compass_order() {
            List<DimensionScore> reversed = new ArrayList<>(fives());
            Collections.reverse(reversed);
            given().when(score(scoring(reversed))).records(SCORED);
        }

        @Test
        void the_same_scoring_again_is_already_so_though_its_comments_are_sealed_anew() {
            Scoring first = scoring(with(3, new DimensionScore(4, 5, null, null, new SealedText("1.a"))));
            Scoring again = scoring(with(3, new DimensionScore(4, 5, null, null, new SealedText("1.b"))));
            given(new CompassScored(CASE, ID, first, on(2, 1)))
                    .when(score(again))
                    .isAlreadySo();
        }

        @Test
        void a_scoring_is_not_made_again_with_other_content() {
            given(SCORED)
                    .when(score(scoring(with(3, plain(4, 6)))))
                    .isRefused(ForandringskompasRules.ALREADY_SCORED, "scoring", ID);
        }

        @Test
        void an_annulled_scoring_is_not_made_again() {
            given(SCORED, ANNULLED)
                    .when(score(scoring(fives())))
                    .isRefused(ForandringskompasRules.SCORING_ANNULLED, "scoring", ID);
        }

        @Test
        void a_closed_case_takes_no_new_scoring() {
            given(CLOSED).when(score(scoring(fives()))).isRefused(CaseRules.CLOSED);
        }
    }

    @Nested
    class Compass {

        @Test
        void the_compass_is_the_one_of_the_target_group() {
            given().when(score(scoring(TestCatalogue.ABUSE, "1", null, fives())))
                    .isRefused(
                            ForandringskompasRules.OTHER_COMPASS,
                            "compass",
                            TestCatalogue.ABUSE,
                            "expected",
                            TestCatalogue.YOUTH);
        }

        @Test
        void the_version_exists() {
            given().when(score(scoring(TestCatalogue.YOUTH, "9", null, fives())))
                    .isRefused(ForandringskompasRules.UNKNOWN_VERSION, "version", "9");
        }

        @Test
        void the_version_is_in_force_on_the_date() {
            given().when(score(scoring(TestCatalogue.YOUTH, "2", null, fives())))
                    .isRefused(ForandringskompasRules.NOT_IN_FORCE, "version", "2", "on", on(2, 1));
        }

        @Test
        void the_offer_exists_on_the_date() {
            given().when(score(scoring(TestCatalogue.YOUTH, "1", "familien-nedlagt", fives())))
                    .isRefused(ForandringskompasRules.UNKNOWN_OFFER, "tilbud", "familien-nedlagt", "on", on(2, 1));
            Scoring atOffer = scoring(TestCatalogue.YOUTH, "1", "familiehuset", fives());
            given().when(score(atOffer)).records(new CompassScored(CASE, ID, atOffer, on(2, 1)));
        }
    }

    @Nested
    class Fields {

        @Test
        void zero_and_eleven_are_not_on_the_scale() {
            for (int off : List.of(0, 11, -1)) {
                refused(
                        with(3, plain(4, off)),
                        ForandringskompasRules.SCORE_OUT_OF_RANGE,
                        "field",
                        "scores[3].score",
                        "score",
                        off);
            }
        }

        @Test
        void a_dimension_has_a_score_or_a_reason_never_both() {
            refused(
                    with(3, new DimensionScore(4, 5, NotAssessed.OTHER, null, null)),
                    ForandringskompasRules.SCORE_OR_NOT_ASSESSED,
                    "field",
                    "scores[3].score");
        }

        @Test
        void a_dimension_has_a_score_or_a_reason_never_neither() {
            refused(
                    with(3, new DimensionScore(4, null, null, null, null)),
                    ForandringskompasRules.SCORE_OR_NOT_ASSESSED,
                    "field",
                    "scores[3].score");
        }

        @Test
        void a_dimension_belongs_to_the_compass() {
            refused(
                    with(9, plain(11, 5)),
                    ForandringskompasRules.UNKNOWN_DIMENSION,
                    "field",
                    "scores[9].dimension",
                    "dimension",
                    11);
        }

        @Test
        void no_dimension_is_given_twice() {
            refused(
                    with(9, plain(1, 5)),
                    ForandringskompasRules.DIMENSION_TWICE,
                    "field",
                    "scores[9].dimension",
                    "dimension",
                    1);
        }

        @Test
        void no_dimension_is_missing() {
            refused(
                    fives().subList(0, 9),
                    ForandringskompasRules.MISSING_DIMENSION,
                    "field",
                    "scores",
                    "dimension",
                    10);
        }

        @Test
        void a_compass_without_variants_takes_none() {
            refused(
                    with(3, new DimensionScore(4, 5, null, "med", null)),
                    ForandringskompasRules.UNKNOWN_VARIANT,
                    "field",
                    "scores[3].variant",
                    "variant",
                    "med");
        }

        private void refused(List<DimensionScore> scores, String code, Object... facts) {
            given().when(score(scoring(scores))).isRefused(code, facts);
        }
    }

    @Nested
    class Variants {

        @Test
        void a_score_says_on_which_scale_it_was_made() {
            abuse(plain(2, 5)).isRefused(ForandringskompasRules.VARIANT_REQUIRED, "field", "scores[1].variant");
        }

        @Test
        void the_scale_is_one_of_the_dimensions() {
            abuse(new DimensionScore(2, 5, null, "delvis", null))
                    .isRefused(ForandringskompasRules.UNKNOWN_VARIANT, "field", "scores[1].variant");
        }

        @Test
        void a_known_scale_will_do() {
            DimensionScore known = new DimensionScore(2, 5, null, "uden", null);
            abuse(known).records(new CompassScored(CASE, ID, abuseScoring(known), on(2, 1)));
        }

        @Test
        void what_was_not_assessed_needs_no_scale() {
            DimensionScore none = new DimensionScore(2, null, NotAssessed.CITIZEN_DECLINED, null, null);
            abuse(none).records(new CompassScored(CASE, ID, abuseScoring(none), on(2, 1)));
        }

        private Outcome abuse(DimensionScore second) {
            return history(opened(TestCatalogue.ABUSE)).when(score(abuseScoring(second)));
        }

        private Scoring abuseScoring(DimensionScore second) {
            return scoring(TestCatalogue.ABUSE, "1", null, with(1, second));
        }
    }

    @Nested
    class Corrections {

        private final Scoring right = scoring(with(3, plain(4, 6)));

        @Test
        void a_scoring_is_corrected_also_its_date() {
            given(SCORED)
                    .when(new CorrectScoring(CASE, ID, right, TEXT, on(2, 2)))
                    .records(new ScoringCorrected(CASE, ID, right, TEXT, on(2, 2)));
        }

        @Test
        void a_correction_that_changes_nothing_is_already_so() {
            given(SCORED)
                    .when(new CorrectScoring(CASE, ID, SCORED.scoring(), TEXT, on(2, 1)))
                    .isAlreadySo();
        }

        @Test
        void a_comment_alone_can_be_corrected() {
            Scoring commented = scoring(with(3, new DimensionScore(4, 5, null, null, TEXT)));
            given(SCORED)
                    .when(new CorrectScoring(CASE, ID, commented, TEXT, on(2, 1)))
                    .records(new ScoringCorrected(CASE, ID, commented, TEXT, on(2, 1)));
        }

        @Test
        void a_correction_obeys_the_same_rules() {
            given(SCORED)
                    .when(new CorrectScoring(CASE, ID, scoring(with(3, plain(4, 11))), TEXT, on(2, 1)))
                    .isRefused(ForandringskompasRules.SCORE_OUT_OF_RANGE);
        }

        @Test
        void only_a_scoring_of_the_case_is_corrected_or_annulled() {
            given(SCORED)
                    .when(new CorrectScoring(CASE, OTHER, right, TEXT, on(2, 2)))
                    .isRefused(ForandringskompasRules.UNKNOWN_SCORING, "scoring", OTHER);
            given(SCORED)
                    .when(new AnnulScoring(CASE, OTHER, TEXT, on(2, 2)))
                    .isRefused(ForandringskompasRules.UNKNOWN_SCORING, "scoring", OTHER);
        }

        @Test
        void a_scoring_is_annulled_once() {
            AnnulScoring annul = new AnnulScoring(CASE, ID, TEXT, on(3, 1));
            given(SCORED).when(annul).records(ANNULLED);
            given(SCORED, ANNULLED).when(annul).isAlreadySo();
        }

        @Test
        void an_annulled_scoring_is_not_corrected() {
            given(SCORED, ANNULLED)
                    .when(new CorrectScoring(CASE, ID, right, TEXT, on(2, 2)))
                    .isRefused(ForandringskompasRules.SCORING_ANNULLED, "scoring", ID);
        }

        @Test
        void what_is_wrong_in_a_closed_case_can_still_be_put_right() {
            given(SCORED, CLOSED)
                    .when(new CorrectScoring(CASE, ID, right, TEXT, on(2, 1)))
                    .records(new ScoringCorrected(CASE, ID, right, TEXT, on(2, 1)));
            given(SCORED, CLOSED)
                    .when(new AnnulScoring(CASE, ID, TEXT, on(5, 1)))
                    .records(new ScoringAnnulled(CASE, ID, TEXT, on(5, 1)));
        }
    }

    private static ScoreCompass score(Scoring scoring) {
        return new ScoreCompass(CASE, ID, scoring, on(2, 1));
    }

    private static Scoring scoring(List<DimensionScore> scores) {
        return scoring(TestCatalogue.YOUTH, "1", null, scores);
    }

    private static Scoring scoring(
            String compass, String version, @Nullable String tilbud, List<DimensionScore> scores) {
        return new Scoring(compass, version, Rater.EMPLOYEE, Occasion.ENTRY, tilbud, scores);
    }

    private static List<DimensionScore> with(int index, DimensionScore score) {
        List<DimensionScore> scores = new ArrayList<>(fives());
        scores.set(index, score);
        return scores;
    }

    private static List<DimensionScore> fives() {
        return IntStream.rangeClosed(1, 10).mapToObj(no -> plain(no, 5)).toList();
    }

    private static DimensionScore plain(int dimension, int score) {
        return new DimensionScore(dimension, score, null, null, null);
    }
}
