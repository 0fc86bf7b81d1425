package dk.effektspor.query.effect.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.query.effect.facts.EffectFacts.Reading;
import dk.effektspor.query.effect.facts.EffectFacts.Scored;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.CaseNumber;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.casefile.Person;
import dk.effektspor.shared.forandringskompas.DimensionScore;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.CompassScored;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringAnnulled;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringCorrected;
import dk.effektspor.shared.forandringskompas.Occasion;
import dk.effektspor.shared.forandringskompas.Rater;
import dk.effektspor.shared.forandringskompas.Scoring;
import dk.effektspor.shared.forandringskompas.ScoringId;
import dk.effektspor.shared.privacy.SealedText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EffectCaseTest {

    private static final CaseId CASE = new CaseId(new UUID(0, 1));
    private static final SealedText TEXT = new SealedText("1.text");
    private static final ScoringId FIRST = new ScoringId(new UUID(0, 11));
    private static final ScoringId SECOND = new ScoringId(new UUID(0, 12));
    private static final ScoringId THIRD = new ScoringId(new UUID(0, 13));
    private static final LocalDate JANUARY = LocalDate.of(2012, 1, 10);
    private static final LocalDate JULY = LocalDate.of(2012, 7, 10);
    private static final LocalDate DECEMBER = LocalDate.of(2012, 12, 10);

    private final List<CaseEvent> events = new ArrayList<>(List.of(new CaseOpened(
            CASE,
            new CitizenId(new UUID(0, 2)),
            new CaseNumber("2012-0000001"),
            new Person(TEXT, TEXT, null, 1998, null),
            "boern-6-12",
            "u1",
            "anna",
            JANUARY)));

    @Test
    void change_is_told_since_entry_and_since_last() {
        scored(FIRST, JANUARY, 3);
        scored(SECOND, JULY, 7);
        scored(THIRD, DECEMBER, 6);

        assertThat(changes()).containsExactly(none(), change(4, 4), change(3, -1));
    }

    @Test
    void a_back_dated_scoring_becomes_the_entry() {
        scored(SECOND, JULY, 7);
        scored(FIRST, JANUARY, 3);

        assertThat(changes()).containsExactly(none(), change(4, 4));
    }

    @Test
    void a_correction_takes_the_place_of_what_it_corrects() {
        scored(FIRST, JANUARY, 3);
        scored(SECOND, JULY, 7);
        events.add(new ScoringCorrected(CASE, FIRST, scoring(Rater.EMPLOYEE, 6), TEXT, JANUARY));

        assertThat(changes()).containsExactly(none(), change(1, 1));
    }

    @Test
    void an_annulled_scoring_counts_nowhere() {
        scored(FIRST, JANUARY, 3);
        scored(SECOND, JULY, 7);
        scored(THIRD, DECEMBER, 6);
        events.add(new ScoringAnnulled(CASE, SECOND, TEXT, DECEMBER));

        assertThat(changes()).containsExactly(none(), change(3, 3));
    }

    @Test
    void the_citizen_s_own_reading_is_not_compared_with_the_employee_s() {
        scored(FIRST, JANUARY, 3);
        events.add(new CompassScored(CASE, SECOND, scoring(Rater.CITIZEN, 9), JULY));

        assertThat(changes()).containsExactly(none(), none());
    }

    @Test
    void what_was_not_assessed_is_missing_and_the_next_compares_with_the_one_before() {
        scored(FIRST, JANUARY, 3);
        scored(SECOND, JULY, null);
        scored(THIRD, DECEMBER, 5);

        assertThat(changes()).containsExactly(none(), new Reading(1, null, false, null, null), change(2, 2));
    }

    @Test
    void of_two_scorings_on_one_date_the_first_recorded_comes_first() {
        scored(SECOND, JANUARY, 5);
        scored(FIRST, JANUARY, 3);

        assertThat(changes()).containsExactly(none(), change(-2, -2));
    }

    @Test
    void an_event_delivered_again_changes_nothing() {
        scored(FIRST, JANUARY, 3);

        EffectCase folded = folded();

        assertThat(folded.apply(events.get(1), 2)).isSameAs(folded);
    }

    @Test
    void a_gap_in_the_stream_is_fatal() {
        EffectCase folded = folded();

        assertThatThrownBy(() -> folded.apply(events.get(0), 3))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("stands at version 1 and cannot take version 3");
    }

    private void scored(ScoringId id, LocalDate on, @Nullable Integer score) {
        events.add(new CompassScored(CASE, id, scoring(Rater.EMPLOYEE, score), on));
    }

    private static Scoring scoring(Rater rater, @Nullable Integer score) {
        List<DimensionScore> scores = List.of(new DimensionScore(1, score, null, null, null));
        return new Scoring("boern-6-12", "1", rater, Occasion.FOLLOW_UP, null, scores);
    }

    private List<Reading> changes() {
        List<Reading> readings = new ArrayList<>();
        for (Scored scored : EffectFacts.of(folded()).scorings()) {
            readings.addAll(scored.readings());
        }
        return readings;
    }

    private EffectCase folded() {
        EffectCase folded = EffectCase.NEW;
        for (int i = 0; i < events.size(); i++) {
            folded = folded.apply(events.get(i), i + 1);
        }
        return folded;
    }

    private static Reading none() {
        return new Reading(1, null, true, null, null);
    }

    private static Reading change(int sinceEntry, int sinceLast) {
        return new Reading(1, null, true, sinceEntry, sinceLast);
    }
}
