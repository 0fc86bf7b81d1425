package dk.effektspor.command.indsatstrappe;

import static dk.effektspor.command.Casework.CASE;
import static dk.effektspor.command.Casework.TEXT;
import static dk.effektspor.command.Casework.given;
import static dk.effektspor.command.Casework.on;
import static dk.effektspor.command.indsatstrappe.Decisions.A;
import static dk.effektspor.command.indsatstrappe.Decisions.B;
import static dk.effektspor.command.indsatstrappe.Decisions.C;
import static dk.effektspor.command.indsatstrappe.Decisions.advice;
import static dk.effektspor.command.indsatstrappe.Decisions.contactPerson;
import static dk.effektspor.command.indsatstrappe.Decisions.ended;
import static dk.effektspor.command.indsatstrappe.Decisions.familyTreatment;
import static dk.effektspor.command.indsatstrappe.Decisions.fosterFamily;
import static dk.effektspor.command.indsatstrappe.Decisions.institution;
import static dk.effektspor.command.indsatstrappe.Decisions.started;

import dk.effektspor.command.Casework;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.MoveLaterally;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.Resume;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.StartIntervention;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.StepDown;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.StepUp;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.Supplement;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.CompassScored;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringAnnulled;
import dk.effektspor.shared.forandringskompas.Occasion;
import dk.effektspor.shared.forandringskompas.Rater;
import dk.effektspor.shared.forandringskompas.Scoring;
import dk.effektspor.shared.forandringskompas.ScoringId;
import dk.effektspor.shared.indsatstrappe.Destination;
import dk.effektspor.shared.indsatstrappe.EndReason;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.DecisionAnnulled;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionEnded;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionStarted;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.MovedLaterally;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.PlacementSiteChanged;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.Resumed;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.SteppedDown;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.SteppedUp;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.Supplemented;
import dk.effektspor.shared.indsatstrappe.InterventionId;
import dk.effektspor.shared.indsatstrappe.Move;
import dk.effektspor.shared.indsatstrappe.Terms;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How a case moves on the ladder. */
class MovesTest {

    private static final LocalDate MOVED_ON = on(4, 1);
    private static final LocalDate SWITCHED_ON = on(4, 15);
    private static final ScoringId READING = ScoringId.of("00000000-0000-4000-8000-0000000000b1");
    private static final CompassScored SCORED = new CompassScored(
            CASE, READING, new Scoring("any", "1", Rater.EMPLOYEE, Occasion.ENTRY, null, List.of()), on(3, 1));

    @Nested
    class Directions {

        @Test
        void a_step_up_leads_to_a_higher_step() {
            Terms to = later(fosterFamily());
            active(familyTreatment())
                    .when(stepUp(to))
                    .records(decided(to), new SteppedUp(CASE, B, move(2, 5), MOVED_ON));
        }

        @Test
        void a_move_to_a_measure_without_a_place_is_refused_for_the_measure() {
            active(familyTreatment())
                    .when(stepUp(later(advice().measure("ukendt").onStep(0))))
                    .isRefused(IndsatstrappeRules.UNKNOWN_MEASURE, "measure", "ukendt");
        }

        @Test
        void a_step_up_does_not_lead_sideways_or_down() {
            active(familyTreatment())
                    .when(stepUp(later(contactPerson())))
                    .isRefused(IndsatstrappeRules.NOT_A_STEP_UP, "fromStep", 2, "toStep", 2);
            active(familyTreatment()).when(stepUp(later(advice()))).isRefused(IndsatstrappeRules.NOT_A_STEP_UP);
        }

        @Test
        void a_step_down_leads_to_a_lower_step() {
            Terms to = later(familyTreatment());
            active(fosterFamily())
                    .when(stepDown(to))
                    .records(decided(to), new SteppedDown(CASE, B, move(5, 2), MOVED_ON));
        }

        @Test
        void a_step_down_does_not_lead_sideways_or_up() {
            active(familyTreatment())
                    .when(stepDown(later(contactPerson())))
                    .isRefused(IndsatstrappeRules.NOT_A_STEP_DOWN, "fromStep", 2, "toStep", 2);
            active(familyTreatment())
                    .when(stepDown(later(institution())))
                    .isRefused(IndsatstrappeRules.NOT_A_STEP_DOWN);
        }

        @Test
        void a_lateral_move_stays_on_the_step() {
            Terms to = later(contactPerson());
            active(familyTreatment())
                    .when(lateral(to))
                    .records(decided(to), new MovedLaterally(CASE, B, move(2, 2), MOVED_ON));
        }

        @Test
        void a_lateral_move_leads_neither_up_nor_down() {
            active(familyTreatment())
                    .when(lateral(later(advice())))
                    .isRefused(IndsatstrappeRules.NOT_LATERAL, "fromStep", 2, "toStep", 1);
            active(familyTreatment()).when(lateral(later(institution()))).isRefused(IndsatstrappeRules.NOT_LATERAL);
        }

        @Test
        void the_same_move_again_is_already_so() {
            Terms to = later(fosterFamily());
            active(familyTreatment(), decided(to), new SteppedUp(CASE, B, move(2, 5), MOVED_ON))
                    .when(stepUp(to))
                    .isAlreadySo();
        }

        @Test
        void a_decision_is_not_taken_again_as_another_move() {
            Terms to = later(fosterFamily());
            active(familyTreatment(), decided(to), new SteppedUp(CASE, B, move(2, 5), MOVED_ON))
                    .when(supplement(to))
                    .isRefused(IndsatstrappeRules.ALREADY_DECIDED, "intervention", B);
        }

        @Test
        void what_is_moved_to_obeys_the_rules_for_decisions() {
            active(familyTreatment())
                    .when(stepUp(later(fosterFamily().withoutConsent())))
                    .isRefused(IndsatstrappeRules.PLACEMENT_WITHOUT_BASIS);
        }
    }

    @Nested
    class From {

        @Test
        void the_intervention_moved_from_is_known() {
            given().when(stepUp(later(fosterFamily())))
                    .isRefused(IndsatstrappeRules.UNKNOWN_INTERVENTION, "intervention", A);
        }

        @Test
        void the_intervention_moved_from_has_started() {
            given(familyTreatment().decided(A))
                    .when(stepUp(later(fosterFamily())))
                    .isRefused(IndsatstrappeRules.NOT_ACTIVE, "intervention", A, "on", MOVED_ON);
        }

        @Test
        void the_intervention_moved_from_has_not_ended() {
            active(familyTreatment(), ended(A, on(3, 31)))
                    .when(stepUp(later(fosterFamily())))
                    .isRefused(IndsatstrappeRules.NOT_ACTIVE);
        }

        @Test
        void a_move_decided_before_the_end_may_be_recorded_after_it() {
            Terms to = later(fosterFamily());
            active(familyTreatment(), ended(A, MOVED_ON))
                    .when(stepUp(to))
                    .records(decided(to), new SteppedUp(CASE, B, move(2, 5), MOVED_ON));
        }

        @Test
        void the_intervention_moved_from_is_not_annulled() {
            active(familyTreatment(), new DecisionAnnulled(CASE, A, TEXT, on(3, 1)))
                    .when(stepUp(later(fosterFamily())))
                    .isRefused(IndsatstrappeRules.ANNULLED, "intervention", A);
        }
    }

    @Nested
    class Readings {

        @Test
        void a_move_rests_on_a_scoring_of_the_case() {
            Terms to = later(fosterFamily());
            Move move = new Move(A, B, 2, 5, TEXT, List.of(READING));
            active(familyTreatment(), SCORED)
                    .when(new StepUp(CASE, B, A, to, TEXT, List.of(READING), MOVED_ON))
                    .records(decided(to), new SteppedUp(CASE, B, move, MOVED_ON));
        }

        @Test
        void a_move_does_not_rest_on_a_scoring_the_case_does_not_have() {
            active(familyTreatment())
                    .when(new StepUp(CASE, B, A, later(fosterFamily()), TEXT, List.of(READING), MOVED_ON))
                    .isRefused(IndsatstrappeRules.UNKNOWN_SCORING, "scoring", READING);
        }

        @Test
        void a_move_does_not_rest_on_an_annulled_scoring() {
            active(familyTreatment(), SCORED, new ScoringAnnulled(CASE, READING, TEXT, on(3, 2)))
                    .when(new StepUp(CASE, B, A, later(fosterFamily()), TEXT, List.of(READING), MOVED_ON))
                    .isRefused(IndsatstrappeRules.UNKNOWN_SCORING, "scoring", READING);
        }
    }

    @Nested
    class Supplements {

        @Test
        void a_supplement_stands_at_or_under_the_position() {
            Terms to = later(contactPerson());
            active(familyTreatment(), institution().decided(C), started(C))
                    .when(supplement(to))
                    .records(decided(to), new Supplemented(CASE, B, move(6, 2), MOVED_ON));
        }

        @Test
        void a_supplement_does_not_stand_above_the_position() {
            active(familyTreatment())
                    .when(supplement(later(fosterFamily())))
                    .isRefused(IndsatstrappeRules.ABOVE_POSITION, "position", 2, "toStep", 5);
        }

        @Test
        void a_supplement_joins_something_active() {
            given(familyTreatment().decided(A))
                    .when(supplement(later(contactPerson())))
                    .isRefused(IndsatstrappeRules.NOT_ACTIVE);
        }

        @Test
        void a_supplement_replaces_nothing() {
            Terms to = later(contactPerson());
            active(familyTreatment(), decided(to), new Supplemented(CASE, B, move(2, 2), MOVED_ON))
                    .when(new StartIntervention(CASE, B, SWITCHED_ON))
                    .records(new InterventionStarted(CASE, B, SWITCHED_ON));
        }
    }

    @Nested
    class Resumptions {

        @Test
        void what_has_ended_is_resumed() {
            Terms to = later(fosterFamily());
            active(fosterFamily(), ended(A, on(3, 31)))
                    .when(resume(to))
                    .records(decided(to), new Resumed(CASE, B, move(5, 5), MOVED_ON));
        }

        @Test
        void what_has_not_ended_is_not_resumed() {
            active(fosterFamily())
                    .when(resume(later(fosterFamily())))
                    .isRefused(IndsatstrappeRules.NOT_ENDED, "intervention", A, "on", MOVED_ON);
        }

        @Test
        void what_ends_later_is_not_yet_resumed() {
            active(fosterFamily(), ended(A, MOVED_ON.plusDays(1)))
                    .when(resume(later(fosterFamily())))
                    .isRefused(IndsatstrappeRules.NOT_ENDED);
        }
    }

    @Nested
    class Replacement {

        private final Terms to = later(fosterFamily());
        private final SteppedUp steppedUp = new SteppedUp(CASE, B, move(2, 5), MOVED_ON);
        private final StartIntervention start = new StartIntervention(CASE, B, SWITCHED_ON);
        private final InterventionStarted startedB = new InterventionStarted(CASE, B, SWITCHED_ON);

        @Test
        void what_is_replaced_ends_the_day_the_new_one_starts() {
            active(familyTreatment(), decided(to), steppedUp).when(start).records(startedB, replaced(A));
        }

        @Test
        void starting_again_ends_nothing_twice() {
            active(familyTreatment(), decided(to), steppedUp, startedB, replaced(A))
                    .when(start)
                    .isAlreadySo();
        }

        @Test
        void what_has_ended_by_itself_does_not_end_again() {
            active(familyTreatment(), decided(to), steppedUp, ended(A, on(4, 10)))
                    .when(start)
                    .records(startedB);
        }

        @Test
        void what_is_annulled_does_not_end() {
            active(familyTreatment(), decided(to), steppedUp, new DecisionAnnulled(CASE, A, TEXT, on(4, 2)))
                    .when(start)
                    .records(startedB);
        }

        @Test
        void what_moved_site_later_cannot_end_before_that() {
            Terms inInstitution = later(institution());
            active(
                            fosterFamily(),
                            decided(inInstitution),
                            new SteppedUp(CASE, B, move(5, 6), MOVED_ON),
                            new PlacementSiteChanged(
                                    CASE, A, "familien-a", "familien-b", TEXT, false, SWITCHED_ON.plusDays(1)))
                    .when(start)
                    .isRefused(IndsatstrappeRules.BEFORE_SITE_CHANGE);
        }

        private InterventionEnded replaced(InterventionId id) {
            return new InterventionEnded(
                    CASE,
                    id,
                    Set.of(EndReason.REPLACED_BY_MOVE),
                    Destination.OTHER_INTERVENTION,
                    false,
                    null,
                    SWITCHED_ON);
        }
    }

    private static Casework active(Decisions decision, CaseEvent... since) {
        CaseEvent[] events = new CaseEvent[since.length + 2];
        events[0] = decision.decided(A);
        events[1] = started(A);
        System.arraycopy(since, 0, events, 2, since.length);
        return given(events);
    }

    private static Terms later(Decisions decision) {
        return decision.from(SWITCHED_ON).terms();
    }

    private static InterventionDecided decided(Terms terms) {
        return new InterventionDecided(CASE, B, terms, MOVED_ON);
    }

    private static Move move(int fromStep, int toStep) {
        return new Move(A, B, fromStep, toStep, TEXT, List.of());
    }

    private static StepUp stepUp(Terms to) {
        return new StepUp(CASE, B, A, to, TEXT, List.of(), MOVED_ON);
    }

    private static StepDown stepDown(Terms to) {
        return new StepDown(CASE, B, A, to, TEXT, List.of(), MOVED_ON);
    }

    private static MoveLaterally lateral(Terms to) {
        return new MoveLaterally(CASE, B, A, to, TEXT, List.of(), MOVED_ON);
    }

    private static Supplement supplement(Terms to) {
        return new Supplement(CASE, B, A, to, TEXT, List.of(), MOVED_ON);
    }

    private static Resume resume(Terms to) {
        return new Resume(CASE, B, A, to, TEXT, List.of(), MOVED_ON);
    }
}
