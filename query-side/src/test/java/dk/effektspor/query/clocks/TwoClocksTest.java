package dk.effektspor.query.clocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.platform.Recorded;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.EventSamples;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseClosed;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseTransferred;
import dk.effektspor.shared.casefile.CaseFileEvent.NoteAdded;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.CompassScored;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringAnnulled;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringCorrected;
import dk.effektspor.shared.forandringskompas.Scoring;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.DecisionAnnulled;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionEnded;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionStarted;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.SteppedUp;
import dk.effektspor.shared.privacy.SealedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each rule of what is true on one day as known on another; recording days are in 2020, one a fact from 1 January on. */
class TwoClocksTest {

    private static final SealedText TEXT = EventSamples.sealed("REASON");
    private final List<Fact> history = new ArrayList<>();
    private final CaseOpened opened = sample(CaseOpened.class);

    @Test
    void asked_for_nothing_everything_counts() {
        record(opened, note(on(2014, 2, 1)));

        assertThat(TwoClocks.NOW.of(history)).isEqualTo(history);
        assertThat(TwoClocks.NOW.isPresent()).isTrue();
    }

    @Test
    void what_was_recorded_later_was_not_known() {
        record(opened, note(on(2014, 2, 1)), note(on(2014, 2, 2)));

        assertThat(knownAt("2020-01-02")).isEqualTo(history.subList(0, 2));
        assertThat(knownAt("2019-12-31")).isEmpty();
    }

    @Test
    void a_fact_is_not_known_before_those_it_followed_whatever_its_server_s_clock_says() {
        add(opened, Instant.parse("2020-01-01T12:00:00Z"));
        add(note(on(2014, 2, 1)), Instant.parse("2020-01-03T12:00:00Z"));
        add(note(on(2014, 2, 2)), Instant.parse("2020-01-02T12:00:00Z"));

        assertThat(knownAt("2020-01-02")).isEqualTo(history.subList(0, 1));
    }

    @Test
    void a_day_of_knowledge_ends_at_midnight_in_denmark_and_an_instant_is_taken_at_its_word() {
        add(opened, Instant.parse("2020-06-01T21:59:59.999Z"));
        add(note(on(2014, 2, 1)), Instant.parse("2020-06-01T22:00:00Z"));

        assertThat(knownAt("2020-06-01")).hasSize(1);
        assertThat(knownAt("2020-06-02T00:00:00+02:00")).hasSize(2);
        assertThat(knownAt("2020-06-02T00:00:00 02:00")).hasSize(2);
    }

    @Test
    void what_happened_later_is_left_out() {
        record(opened, note(on(2014, 2, 1)), new CaseClosed(EventSamples.CASE, TEXT, on(2014, 3, 1)));

        assertThat(events("2014-02-28")).containsExactlyElementsOf(events(history.subList(0, 2)));
        assertThat(events("2014-03-01")).hasSize(3);
        assertThat(events("2014-01-05")).isEmpty();
    }

    @Test
    void a_transfer_recorded_late_takes_its_place_by_the_day_it_took_effect() {
        CaseTransferred later = transferred("myndighed-3", on(2014, 6, 1));
        CaseTransferred earlier = transferred("myndighed-2", on(2014, 4, 1));
        NoteAdded note = note(on(2014, 5, 1));
        record(opened, later, note, earlier);

        assertThat(events("2014-12-31")).containsExactly(opened, earlier, note, later);
        assertThat(events("2014-05-31")).containsExactly(opened, note, earlier);
    }

    @Test
    void a_scoring_counts_from_the_date_of_its_last_known_wording() {
        CompassScored scored = sample(CompassScored.class); // 3 February 2014
        ScoringCorrected moved = corrected(on(2014, 5, 1));
        record(opened, scored, moved);

        assertThat(events("2014-04-30")).containsExactly(opened);
        assertThat(events("2014-05-01")).containsExactly(opened, scored, moved);
        assertThat(at("2014-04-30", "2020-01-02")).containsExactly(opened, scored);
    }

    @Test
    void a_scoring_corrected_back_to_an_earlier_day_counts_from_then() {
        CompassScored scored = sample(CompassScored.class);
        ScoringCorrected moved = corrected(on(2014, 1, 20));
        record(opened, scored, moved);

        assertThat(events("2014-01-20")).containsExactly(opened, scored, moved);
    }

    @Test
    void an_annulment_counts_as_soon_as_it_is_known_whatever_its_date() {
        CompassScored scored = sample(CompassScored.class);
        ScoringAnnulled annulled = new ScoringAnnulled(EventSamples.CASE, EventSamples.SCORING, TEXT, on(2015, 1, 1));
        record(opened, scored, annulled);

        assertThat(events("2014-03-01")).containsExactly(opened, scored, annulled);
        assertThat(at("2014-03-01", "2020-01-02")).containsExactly(opened, scored);
    }

    @Test
    void an_intervention_is_there_from_its_decision_on_with_what_happened_to_it_by_then() {
        InterventionDecided decided = sample(InterventionDecided.class); // 2 June 2014
        SteppedUp move = sample(SteppedUp.class);
        InterventionStarted early =
                new InterventionStarted(EventSamples.CASE, EventSamples.INTERVENTION, on(2014, 5, 1));
        InterventionEnded ended = sample(InterventionEnded.class); // 31 December 2015
        record(opened, decided, move, early, ended);

        assertThat(events("2014-06-01")).containsExactly(opened);
        assertThat(events("2014-06-02")).containsExactly(opened, decided, move, early);
        assertThat(events("2015-12-31")).containsExactly(opened, decided, move, early, ended);
    }

    @Test
    void a_decision_annulled_later_is_annulled_on_every_day_since_it_was_taken() {
        InterventionDecided decided = sample(InterventionDecided.class);
        DecisionAnnulled annulled =
                new DecisionAnnulled(EventSamples.CASE, EventSamples.INTERVENTION, TEXT, on(2016, 1, 1));
        record(opened, decided, annulled);

        assertThat(events("2014-07-01")).containsExactly(opened, decided, annulled);
        assertThat(events("2014-06-01")).containsExactly(opened);
    }

    @Test
    void what_is_no_date_is_refused_by_its_name() {
        assertThatThrownBy(() -> AskedClocks.of("2014-02-30", null)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.facts()).isEqualTo(Map.of("parameter", "validAt"));
        });
        assertThatThrownBy(() -> AskedClocks.of(null, "yesterday")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> AskedClocks.of(null, "2020-01-01T00:00:00")).isInstanceOf(Problem.class);
    }

    private List<Fact> knownAt(String instant) {
        return AskedClocks.of(null, instant).of(history);
    }

    private List<CaseEvent> events(String validAt) {
        return events(AskedClocks.of(validAt, null).of(history));
    }

    private List<CaseEvent> at(String validAt, String knownAt) {
        return events(AskedClocks.of(validAt, knownAt).of(history));
    }

    private static List<CaseEvent> events(List<Fact> facts) {
        return facts.stream().map(Fact::event).toList();
    }

    private void record(CaseEvent... events) {
        for (CaseEvent event : events) {
            add(event, Instant.parse("2020-01-01T12:00:00Z").plusSeconds(86_400L * history.size()));
        }
    }

    private void add(CaseEvent event, Instant at) {
        int version = history.size() + 1;
        history.add(new Fact(event, new Recorded(version, "e" + version, at, Map.of())));
    }

    private static CaseTransferred transferred(String unit, LocalDate on) {
        return new CaseTransferred(EventSamples.CASE, "myndighed-1", unit, "anne", null, on);
    }

    private static ScoringCorrected corrected(LocalDate on) {
        Scoring scoring = sample(CompassScored.class).scoring();
        return new ScoringCorrected(EventSamples.CASE, EventSamples.SCORING, scoring, TEXT, on);
    }

    private static NoteAdded note(LocalDate on) {
        return new NoteAdded(EventSamples.CASE, EventSamples.NOTE, TEXT, on);
    }

    private static LocalDate on(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private static <T extends CaseEvent> T sample(Class<T> type) {
        return EventSamples.all().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
