package dk.effektspor.command.indsatstrappe;

import static dk.effektspor.command.Casework.CASE;
import static dk.effektspor.command.Casework.TEXT;
import static dk.effektspor.command.Casework.given;
import static dk.effektspor.command.Casework.on;
import static dk.effektspor.command.indsatstrappe.Decisions.A;
import static dk.effektspor.command.indsatstrappe.Decisions.DECIDED_ON;
import static dk.effektspor.command.indsatstrappe.Decisions.STARTED_ON;
import static dk.effektspor.command.indsatstrappe.Decisions.ended;
import static dk.effektspor.command.indsatstrappe.Decisions.familyTreatment;
import static dk.effektspor.command.indsatstrappe.Decisions.fosterFamily;
import static dk.effektspor.command.indsatstrappe.Decisions.started;

import dk.effektspor.command.CaseRules;
import dk.effektspor.command.casefile.CaseFileCommand.CloseCase;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.AdjustIntervention;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.AnnulDecision;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.ChangePlacementSite;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.EndIntervention;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.ExtendIntervention;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.StartIntervention;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseClosed;
import dk.effektspor.shared.indsatstrappe.Destination;
import dk.effektspor.shared.indsatstrappe.EndReason;
import dk.effektspor.shared.indsatstrappe.Goal;
import dk.effektspor.shared.indsatstrappe.GoalId;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.DecisionAnnulled;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionAdjusted;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionEnded;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionExtended;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.PlacementSiteChanged;
import dk.effektspor.shared.indsatstrappe.RightStep;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One intervention from decision to end. */
class InterventionLifeTest {

    private static final LocalDate PLANNED_END = LocalDate.of(2015, 2, 14);
    private static final DecisionAnnulled ANNULLED = new DecisionAnnulled(CASE, A, TEXT, on(3, 1));

    @Nested
    class Start {

        private final StartIntervention start = new StartIntervention(CASE, A, STARTED_ON);

        @Test
        void a_decided_intervention_starts() {
            given(familyTreatment().decided(A)).when(start).records(started(A));
        }

        @Test
        void started_on_the_date_is_already_so() {
            given(familyTreatment().decided(A), started(A)).when(start).isAlreadySo();
        }

        @Test
        void it_does_not_start_on_another_date_as_well() {
            given(familyTreatment().decided(A), started(A))
                    .when(new StartIntervention(CASE, A, on(2, 16)))
                    .isRefused(IndsatstrappeRules.ALREADY_STARTED, "startedOn", STARTED_ON);
        }

        @Test
        void only_what_is_decided_starts() {
            given().when(start).isRefused(IndsatstrappeRules.UNKNOWN_INTERVENTION, "intervention", A);
        }

        @Test
        void it_does_not_start_before_the_decision() {
            given(familyTreatment().decided(A))
                    .when(new StartIntervention(CASE, A, on(1, 31)))
                    .isRefused(IndsatstrappeRules.START_BEFORE_DECISION, "start", on(1, 31), "decidedOn", DECIDED_ON);
        }

        @Test
        void it_does_not_start_without_a_planned_end() {
            given(familyTreatment().until(null).decided(A))
                    .when(start)
                    .isRefused(IndsatstrappeRules.NO_PLANNED_END, "intervention", A);
        }

        @Test
        void it_does_not_start_without_an_exit_plan() {
            given(familyTreatment().withoutExitPlan().decided(A))
                    .when(start)
                    .isRefused(IndsatstrappeRules.NO_EXIT_PLAN, "intervention", A);
        }

        @Test
        void planned_end_and_exit_plan_may_be_added_before_the_start() {
            given(
                            familyTreatment().until(null).withoutExitPlan().decided(A),
                            new InterventionAdjusted(CASE, A, null, TEXT, PLANNED_END, null, TEXT, on(2, 2)))
                    .when(start)
                    .records(started(A));
        }

        @Test
        void it_does_not_start_when_it_should_have_ended() {
            given(familyTreatment().until(on(3, 1)).decided(A))
                    .when(new StartIntervention(CASE, A, on(3, 1)))
                    .isRefused(IndsatstrappeRules.PLANNED_END_BEFORE_START);
        }

        @Test
        void a_placement_does_not_start_before_its_consent() {
            given(fosterFamily().consentGiven(on(2, 10)).decided(A))
                    .when(new StartIntervention(CASE, A, on(2, 9)))
                    .isRefused(IndsatstrappeRules.BASIS_AFTER_START);
        }

        @Test
        void what_is_annulled_does_not_start() {
            given(familyTreatment().decided(A), ANNULLED).when(start).isRefused(IndsatstrappeRules.ANNULLED);
        }
    }

    @Nested
    class Extension {

        @Test
        void the_planned_end_moves_to_a_later_date() {
            LocalDate later = PLANNED_END.plusMonths(3);
            given(familyTreatment().decided(A), started(A))
                    .when(extend(later))
                    .records(new InterventionExtended(CASE, A, later, TEXT, on(4, 1)));
        }

        @Test
        void the_same_planned_end_is_already_so() {
            given(familyTreatment().decided(A), started(A))
                    .when(extend(PLANNED_END))
                    .isAlreadySo();
        }

        @Test
        void an_earlier_planned_end_is_no_extension() {
            given(familyTreatment().decided(A), started(A))
                    .when(extend(PLANNED_END.minusDays(1)))
                    .isRefused(IndsatstrappeRules.NOT_AN_EXTENSION, "current", PLANNED_END);
        }

        @Test
        void what_has_no_planned_end_is_not_extended() {
            given(familyTreatment().until(null).decided(A))
                    .when(extend(PLANNED_END))
                    .isRefused(IndsatstrappeRules.NO_PLANNED_END);
        }

        @Test
        void what_has_ended_is_not_extended() {
            given(familyTreatment().decided(A), started(A), ended(A, on(3, 31)))
                    .when(extend(PLANNED_END.plusDays(1)))
                    .isRefused(IndsatstrappeRules.ENDED, "endedOn", on(3, 31));
        }

        @Test
        void what_is_not_yet_decided_is_not_extended() {
            given(familyTreatment().decided(A))
                    .when(new ExtendIntervention(CASE, A, PLANNED_END.plusDays(1), TEXT, on(1, 15)))
                    .isRefused(IndsatstrappeRules.BEFORE_DECISION);
        }

        private ExtendIntervention extend(LocalDate plannedEnd) {
            return new ExtendIntervention(CASE, A, plannedEnd, TEXT, on(4, 1));
        }
    }

    @Nested
    class Adjustment {

        private final List<Goal> goals = List.of(new Goal(GoalId.of("00000000-0000-4000-8000-0000000000d1"), TEXT));

        @Test
        void goals_exit_plan_end_and_judgement_are_adjusted() {
            given(familyTreatment().decided(A), started(A))
                    .when(new AdjustIntervention(
                            CASE, A, goals, TEXT, on(12, 31), RightStep.LOWER_THAN_NEEDED, TEXT, on(4, 1)))
                    .records(new InterventionAdjusted(
                            CASE, A, goals, TEXT, on(12, 31), RightStep.LOWER_THAN_NEEDED, TEXT, on(4, 1)));
        }

        @Test
        void an_adjustment_that_changes_nothing_is_already_so() {
            given(familyTreatment().decided(A), started(A))
                    .when(adjust(PLANNED_END, RightStep.RIGHT))
                    .isAlreadySo();
            given(familyTreatment().decided(A)).when(adjust(null, null)).isAlreadySo();
        }

        @Test
        void the_planned_end_stays_after_the_start() {
            given(familyTreatment().decided(A), started(A))
                    .when(adjust(STARTED_ON, null))
                    .isRefused(IndsatstrappeRules.PLANNED_END_BEFORE_START);
        }

        @Test
        void what_has_ended_or_is_annulled_is_not_adjusted() {
            given(familyTreatment().decided(A), started(A), ended(A, on(3, 31)))
                    .when(adjust(on(12, 31), null))
                    .isRefused(IndsatstrappeRules.ENDED);
            given(familyTreatment().decided(A), ANNULLED)
                    .when(adjust(on(12, 31), null))
                    .isRefused(IndsatstrappeRules.ANNULLED);
        }

        private AdjustIntervention adjust(@Nullable LocalDate plannedEnd, @Nullable RightStep rightStep) {
            return new AdjustIntervention(CASE, A, null, null, plannedEnd, rightStep, TEXT, on(4, 1));
        }
    }

    @Nested
    class Site {

        private final PlacementSiteChanged changed =
                new PlacementSiteChanged(CASE, A, "familien-a", "familien-b", TEXT, true, on(4, 1));

        @Test
        void a_placement_moves_to_another_site_of_the_same_type() {
            given(fosterFamily().decided(A), started(A))
                    .when(changeTo("familien-b", on(4, 1)))
                    .records(changed);
        }

        @Test
        void the_site_where_it_is_is_already_so() {
            given(fosterFamily().decided(A), started(A), changed)
                    .when(changeTo("familien-b", on(4, 1)))
                    .isAlreadySo();
        }

        @Test
        void only_a_placement_has_a_site() {
            given(familyTreatment().decided(A), started(A))
                    .when(changeTo("familien-b", on(4, 1)))
                    .isRefused(IndsatstrappeRules.NOT_A_PLACEMENT);
        }

        @Test
        void another_type_is_another_decision() {
            given(fosterFamily().decided(A), started(A))
                    .when(changeTo("familiehuset", on(4, 1)))
                    .isRefused(IndsatstrappeRules.OFFER_OTHER_MEASURE);
        }

        @Test
        void the_new_site_exists_on_the_date() {
            given(fosterFamily().decided(A), started(A))
                    .when(changeTo("familien-nedlagt", on(4, 1)))
                    .isRefused(IndsatstrappeRules.UNKNOWN_OFFER);
        }

        @Test
        void the_placement_has_started() {
            given(fosterFamily().decided(A))
                    .when(changeTo("familien-b", on(4, 1)))
                    .isRefused(IndsatstrappeRules.NOT_STARTED);
            given(fosterFamily().decided(A), started(A))
                    .when(changeTo("familien-b", on(2, 14)))
                    .isRefused(IndsatstrappeRules.BEFORE_START);
        }

        @Test
        void sites_follow_each_other_in_order() {
            given(fosterFamily().decided(A), started(A), changed)
                    .when(changeTo("familien-a", on(3, 31)))
                    .isRefused(IndsatstrappeRules.BEFORE_SITE_CHANGE);
        }

        @Test
        void what_has_ended_does_not_move() {
            given(fosterFamily().decided(A), started(A), ended(A, on(3, 31)))
                    .when(changeTo("familien-b", on(3, 1)))
                    .isRefused(IndsatstrappeRules.ENDED);
        }

        private ChangePlacementSite changeTo(String tilbud, LocalDate on) {
            return new ChangePlacementSite(CASE, A, tilbud, TEXT, true, on);
        }
    }

    @Nested
    class End {

        @Test
        void an_intervention_ends_with_a_reason() {
            given(familyTreatment().decided(A), started(A))
                    .when(end(Set.of(EndReason.GOALS_REACHED), false, on(5, 1)))
                    .records(ended(A, on(5, 1)));
        }

        @Test
        void ended_in_the_same_way_is_already_so() {
            given(familyTreatment().decided(A), started(A), ended(A, on(5, 1)))
                    .when(end(Set.of(EndReason.GOALS_REACHED), false, on(5, 1)))
                    .isAlreadySo();
        }

        @Test
        void it_ends_once() {
            given(familyTreatment().decided(A), started(A), ended(A, on(5, 1)))
                    .when(end(Set.of(EndReason.GOALS_REACHED), false, on(5, 2)))
                    .isRefused(IndsatstrappeRules.ALREADY_ENDED, "endedOn", on(5, 1));
        }

        @Test
        void it_does_not_end_without_a_reason() {
            given(familyTreatment().decided(A), started(A))
                    .when(end(Set.of(), false, on(5, 1)))
                    .isRefused(IndsatstrappeRules.NO_END_REASON);
        }

        @Test
        void only_what_has_started_ends() {
            given(familyTreatment().decided(A))
                    .when(end(Set.of(EndReason.OTHER), false, on(5, 1)))
                    .isRefused(IndsatstrappeRules.NOT_STARTED);
        }

        @Test
        void it_does_not_end_before_it_started() {
            given(familyTreatment().decided(A), started(A))
                    .when(end(Set.of(EndReason.OTHER), false, on(2, 14)))
                    .isRefused(IndsatstrappeRules.END_BEFORE_START, "end", on(2, 14), "startedOn", STARTED_ON);
        }

        @Test
        void it_does_not_end_before_its_last_change_of_site() {
            given(
                            fosterFamily().decided(A),
                            started(A),
                            new PlacementSiteChanged(CASE, A, "familien-a", "familien-b", TEXT, false, on(4, 1)))
                    .when(end(Set.of(EndReason.OTHER), false, on(3, 31)))
                    .isRefused(IndsatstrappeRules.BEFORE_SITE_CHANGE);
        }

        @Test
        void a_placement_may_break_down() {
            Set<EndReason> both = Set.of(EndReason.CITIZEN_LEFT, EndReason.SITE_GAVE_UP);
            given(fosterFamily().decided(A), started(A))
                    .when(end(both, true, on(5, 1)))
                    .records(new InterventionEnded(CASE, A, both, Destination.STAYS_AT_HOME, true, null, on(5, 1)));
        }

        @Test
        void only_a_placement_breaks_down() {
            given(familyTreatment().decided(A), started(A))
                    .when(end(Set.of(EndReason.CITIZEN_LEFT), true, on(5, 1)))
                    .isRefused(IndsatstrappeRules.NOT_A_PLACEMENT);
        }

        @Test
        void what_is_annulled_does_not_end() {
            given(familyTreatment().decided(A), started(A), ANNULLED)
                    .when(end(Set.of(EndReason.OTHER), false, on(5, 1)))
                    .isRefused(IndsatstrappeRules.ANNULLED);
        }

        private EndIntervention end(Set<EndReason> reasons, boolean breakdown, LocalDate on) {
            return new EndIntervention(CASE, A, reasons, Destination.STAYS_AT_HOME, breakdown, null, on);
        }
    }

    @Nested
    class Annulment {

        private final AnnulDecision annul = new AnnulDecision(CASE, A, TEXT, on(3, 1));

        @Test
        void a_decision_is_annulled_whatever_has_come_of_it() {
            given(familyTreatment().decided(A)).when(annul).records(ANNULLED);
            given(familyTreatment().decided(A), started(A)).when(annul).records(ANNULLED);
            given(familyTreatment().decided(A), started(A), ended(A, on(2, 20)))
                    .when(annul)
                    .records(ANNULLED);
        }

        @Test
        void an_annulled_decision_is_already_so() {
            given(familyTreatment().decided(A), ANNULLED).when(annul).isAlreadySo();
        }

        @Test
        void a_decision_is_not_annulled_before_it_was_taken() {
            given(familyTreatment().decided(A))
                    .when(new AnnulDecision(CASE, A, TEXT, on(1, 31)))
                    .isRefused(IndsatstrappeRules.BEFORE_DECISION);
        }

        @Test
        void a_decision_in_a_closed_case_is_annulled_too() {
            given(familyTreatment().decided(A), new CaseClosed(CASE, TEXT, on(2, 10)))
                    .when(annul)
                    .records(ANNULLED);
        }

        @Test
        void only_a_decision_of_the_case_is_annulled() {
            given().when(annul).isRefused(IndsatstrappeRules.UNKNOWN_INTERVENTION);
        }
    }

    @Nested
    class ClosingTheCase {

        private final CloseCase close = new CloseCase(CASE, TEXT, on(5, 1));
        private final CaseClosed closed = new CaseClosed(CASE, TEXT, on(5, 1));

        @Test
        void a_case_with_an_active_intervention_is_not_closed() {
            given(familyTreatment().decided(A), started(A))
                    .when(close)
                    .isRefused(CaseRules.INTERVENTION_ACTIVE, "intervention", A, "on", on(5, 1));
        }

        @Test
        void a_case_is_not_closed_before_its_interventions_ended() {
            given(familyTreatment().decided(A), started(A), ended(A, on(5, 2)))
                    .when(close)
                    .isRefused(CaseRules.INTERVENTION_ACTIVE);
        }

        @Test
        void a_case_is_closed_the_day_its_last_intervention_ends() {
            given(familyTreatment().decided(A), started(A), ended(A, on(5, 1)))
                    .when(close)
                    .records(closed);
        }

        @Test
        void a_decision_never_carried_out_does_not_hold_a_case_open() {
            given(familyTreatment().decided(A)).when(close).records(closed);
        }

        @Test
        void an_annulled_decision_does_not_hold_a_case_open() {
            given(familyTreatment().decided(A), started(A), ANNULLED)
                    .when(close)
                    .records(closed);
        }

        @Test
        void nothing_starts_in_a_closed_case() {
            given(familyTreatment().decided(A), closed)
                    .when(new StartIntervention(CASE, A, STARTED_ON))
                    .isRefused(CaseRules.CLOSED);
        }
    }
}
