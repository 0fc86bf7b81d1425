package dk.effektspor.command.indsatstrappe;

import static dk.effektspor.command.Casework.CASE;
import static dk.effektspor.command.Casework.TEXT;
import static dk.effektspor.command.Casework.TODAY;
import static dk.effektspor.command.Casework.given;
import static dk.effektspor.command.Casework.history;
import static dk.effektspor.command.Casework.on;
import static dk.effektspor.command.Casework.opened;
import static dk.effektspor.command.indsatstrappe.Decisions.A;
import static dk.effektspor.command.indsatstrappe.Decisions.DECIDED_ON;
import static dk.effektspor.command.indsatstrappe.Decisions.STARTED_ON;
import static dk.effektspor.command.indsatstrappe.Decisions.advice;
import static dk.effektspor.command.indsatstrappe.Decisions.contactPerson;
import static dk.effektspor.command.indsatstrappe.Decisions.familyTreatment;
import static dk.effektspor.command.indsatstrappe.Decisions.fosterFamily;
import static dk.effektspor.command.indsatstrappe.Decisions.institution;
import static dk.effektspor.command.indsatstrappe.Decisions.ownRoom;

import dk.effektspor.command.CaseRules;
import dk.effektspor.command.TestCatalogue;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.DecideIntervention;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseClosed;
import dk.effektspor.shared.indsatstrappe.Law;
import org.junit.jupiter.api.Test;

/** What may be decided at all. */
class DecideInterventionTest {

    @Test
    void an_intervention_is_decided() {
        allowed(familyTreatment().at("familiehuset"));
    }

    @Test
    void the_same_decision_again_is_already_so() {
        given(familyTreatment().decided(A)).when(decide(familyTreatment())).isAlreadySo();
    }

    @Test
    void a_decision_is_not_taken_again_with_other_content() {
        given(familyTreatment().decided(A))
                .when(decide(contactPerson()))
                .isRefused(IndsatstrappeRules.ALREADY_DECIDED, "intervention", A);
    }

    @Test
    void a_closed_case_takes_no_new_decision() {
        given(new CaseClosed(CASE, TEXT, on(1, 31))).when(decide(advice())).isRefused(CaseRules.CLOSED);
    }

    @Test
    void the_measure_is_known() {
        refused(advice().measure("ukendt"), IndsatstrappeRules.UNKNOWN_MEASURE, "measure", "ukendt");
    }

    @Test
    void the_law_of_the_day_allows_the_measure() {
        refused(
                advice().under(TestCatalogue.basis(TestCatalogue.ADVICE, Law.BL)),
                IndsatstrappeRules.BASIS_NOT_ALLOWED,
                "measure",
                TestCatalogue.ADVICE,
                "law",
                Law.BL,
                "on",
                DECIDED_ON);
    }

    @Test
    void a_paragraph_of_another_measure_does_not_do() {
        refused(
                advice().under(TestCatalogue.basis(TestCatalogue.INSTITUTION, Law.SEL)),
                IndsatstrappeRules.BASIS_NOT_ALLOWED);
    }

    @Test
    void the_target_group_has_a_ladder() {
        history(opened(TestCatalogue.ABUSE))
                .when(decide(advice()))
                .isRefused(IndsatstrappeRules.NO_LADDER, "targetGroup", TestCatalogue.ABUSE);
    }

    @Test
    void the_ladder_is_the_one_in_force() {
        refused(
                advice().onLadder("anden"),
                IndsatstrappeRules.OTHER_LADDER,
                "ladder",
                "anden",
                "expected",
                TestCatalogue.LADDER);
    }

    @Test
    void the_ladder_has_the_step() {
        refused(ownRoom(7), IndsatstrappeRules.UNKNOWN_STEP, "step", 7);
    }

    @Test
    void the_measure_has_a_place_on_the_ladder() {
        refused(
                advice().measure(TestCatalogue.NOT_ON_LADDER)
                        .under(TestCatalogue.basis(TestCatalogue.NOT_ON_LADDER, Law.SEL)),
                IndsatstrappeRules.MEASURE_NOT_ON_LADDER);
    }

    @Test
    void a_measure_without_a_place_is_refused_as_such_whatever_else_is_said_of_it() {
        refused(advice().measure("ukendt").onStep(0), IndsatstrappeRules.UNKNOWN_MEASURE, "measure", "ukendt");
        refused(
                advice().measure(TestCatalogue.NOT_ON_LADDER).onStep(0),
                IndsatstrappeRules.MEASURE_NOT_ON_LADDER,
                "measure",
                TestCatalogue.NOT_ON_LADDER);
    }

    @Test
    void the_step_is_the_measures_own() {
        refused(
                familyTreatment().onStep(3),
                IndsatstrappeRules.STEP_MISMATCH,
                "measure",
                TestCatalogue.FAMILY_TREATMENT,
                "step",
                3,
                "expected",
                2);
    }

    @Test
    void a_step_the_municipality_has_yet_to_decide_may_differ() {
        allowed(ownRoom(5));
        allowed(ownRoom(4));
    }

    @Test
    void the_offer_exists_on_the_date() {
        refused(
                fosterFamily().at("familien-nedlagt"),
                IndsatstrappeRules.UNKNOWN_OFFER,
                "tilbud",
                "familien-nedlagt",
                "on",
                DECIDED_ON);
    }

    @Test
    void the_offer_carries_the_measure_out() {
        refused(fosterFamily().at("familiehuset"), IndsatstrappeRules.OFFER_OTHER_MEASURE, "tilbud", "familiehuset");
    }

    @Test
    void the_programme_is_known() {
        refused(familyTreatment().with("xyz", 13, null), IndsatstrappeRules.UNKNOWN_PROGRAMME, "programme", "xyz");
    }

    @Test
    void a_programme_is_used_within_its_target_ages() {
        allowed(familyTreatment().with("mst", 12, null));
        allowed(familyTreatment().with("mst", 17, null));
        refused(familyTreatment().with("mst", 11, null), IndsatstrappeRules.OUTSIDE_TARGET_AGES, "age", 11);
        refused(familyTreatment().with("mst", 18, null), IndsatstrappeRules.OUTSIDE_TARGET_AGES, "age", 18);
    }

    @Test
    void a_programme_is_used_outside_its_ages_with_a_reason_and_then_carries_it() {
        allowed(familyTreatment().with("mst", 18, TEXT));
    }

    @Test
    void a_placement_needs_consent_or_a_decision() {
        allowed(fosterFamily());
        refused(
                fosterFamily().withoutConsent(),
                IndsatstrappeRules.PLACEMENT_WITHOUT_BASIS,
                "measure",
                TestCatalogue.FOSTER_FAMILY);
    }

    @Test
    void consent_is_given_before_the_start() {
        allowed(institution().consentGiven(STARTED_ON));
        refused(
                institution().consentGiven(STARTED_ON.plusDays(1)),
                IndsatstrappeRules.BASIS_AFTER_START,
                "givenOn",
                STARTED_ON.plusDays(1),
                "start",
                STARTED_ON);
    }

    @Test
    void the_planned_start_follows_the_decision() {
        allowed(advice().from(DECIDED_ON));
        refused(advice().from(DECIDED_ON.minusDays(1)), IndsatstrappeRules.START_BEFORE_DECISION);
    }

    @Test
    void the_planned_end_follows_the_planned_start() {
        allowed(advice().until(STARTED_ON.plusDays(1)));
        allowed(advice().until(null));
        refused(advice().until(STARTED_ON), IndsatstrappeRules.PLANNED_END_BEFORE_START);
    }

    @Test
    void the_planned_start_lies_within_the_limit_ahead() {
        refused(advice().from(TODAY.plusDays(367)).until(null), CaseRules.TOO_FAR_AHEAD);
    }

    private static void allowed(Decisions decision) {
        given().when(decide(decision)).records(decision.decided(A));
    }

    private static void refused(Decisions decision, String code, Object... facts) {
        given().when(decide(decision)).isRefused(code, facts);
    }

    private static DecideIntervention decide(Decisions decision) {
        return new DecideIntervention(CASE, A, decision.terms(), DECIDED_ON);
    }
}
