package dk.effektspor.command.indsatstrappe;

import static dk.effektspor.command.RuleViolation.refuseWhen;

import dk.effektspor.command.CaseFacts;
import dk.effektspor.command.Circumstances;
import dk.effektspor.command.RuleViolation;
import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.catalogue.Ladder;
import dk.effektspor.shared.catalogue.Measure;
import dk.effektspor.shared.catalogue.Programme;
import dk.effektspor.shared.catalogue.Status;
import dk.effektspor.shared.catalogue.Tilbud;
import dk.effektspor.shared.indsatstrappe.LegalBasis;
import dk.effektspor.shared.indsatstrappe.PlacementBasis;
import dk.effektspor.shared.indsatstrappe.Terms;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether the law and the catalogue allow what is decided. */
final class TermsRules {

    private TermsRules() {}

    static void check(Terms terms, LocalDate decidedOn, String targetGroup, Circumstances circumstances) {
        Catalogue catalogue = circumstances.catalogue();
        checkMeasure(terms, decidedOn, targetGroup, catalogue);
        Measure measure = measure(terms.measure(), catalogue);
        LegalBasis basis = terms.legalBasis();
        refuseWhen(
                !measure.allows(basis, decidedOn),
                IndsatstrappeRules.BASIS_NOT_ALLOWED,
                "measure",
                measure.code(),
                "law",
                basis.law(),
                "paragraph",
                basis.paragraph(),
                "on",
                decidedOn);
        checkStep(terms, ladder(decidedOn, targetGroup, catalogue));
        checkOffer(terms.tilbud(), measure.code(), decidedOn, catalogue);
        checkProgramme(terms, catalogue);
        checkDates(terms, decidedOn);
        CaseFacts.admitDate(terms.plannedStart(), circumstances);
        PlacementBasis placementBasis = terms.placementBasis();
        refuseWhen(
                measure.placement() && placementBasis == null,
                IndsatstrappeRules.PLACEMENT_WITHOUT_BASIS,
                "measure",
                measure.code());
        checkBasisDate(placementBasis, terms.plannedStart());
    }

    static Measure measure(String code, Catalogue catalogue) {
        return catalogue
                .measure(code)
                .orElseThrow(() -> RuleViolation.of(IndsatstrappeRules.UNKNOWN_MEASURE, "measure", code));
    }

    /** Before anything that is said of the measure: it exists, and the ladder of the case has a place for it. */
    static void checkMeasure(Terms terms, LocalDate on, String targetGroup, Catalogue catalogue) {
        measure(terms.measure(), catalogue);
        Ladder ladder = ladder(on, targetGroup, catalogue);
        refuseWhen(
                !ladder.id().equals(terms.ladder()),
                IndsatstrappeRules.OTHER_LADDER,
                "ladder",
                terms.ladder(),
                "expected",
                ladder.id());
        place(terms, ladder);
    }

    private static Ladder ladder(LocalDate on, String targetGroup, Catalogue catalogue) {
        return catalogue
                .ladderOn(targetGroup, on)
                .orElseThrow(
                        () -> RuleViolation.of(IndsatstrappeRules.NO_LADDER, "targetGroup", targetGroup, "on", on));
    }

    private static Ladder.Place place(Terms terms, Ladder ladder) {
        Ladder.Place place = ladder.measures().get(terms.measure());
        if (place == null) {
            throw RuleViolation.of(
                    IndsatstrappeRules.MEASURE_NOT_ON_LADDER, "measure", terms.measure(), "ladder", ladder.id());
        }
        return place;
    }

    /** The catalogue's step holds, except where the municipality has not decided it yet: there any step may be tried. */
    private static void checkStep(Terms terms, Ladder ladder) {
        refuseWhen(
                !ladder.hasStep(terms.step()),
                IndsatstrappeRules.UNKNOWN_STEP,
                "ladder",
                ladder.id(),
                "step",
                terms.step());
        Ladder.Place place = place(terms, ladder);
        refuseWhen(
                place.status() != Status.DEFAULT_TO_BE_DECIDED && place.step() != terms.step(),
                IndsatstrappeRules.STEP_MISMATCH,
                "measure",
                terms.measure(),
                "step",
                terms.step(),
                "expected",
                place.step());
    }

    static void checkOffer(@Nullable String code, String measure, LocalDate on, Catalogue catalogue) {
        if (code != null) {
            Tilbud tilbud = catalogue
                    .offerOn(code, on)
                    .orElseThrow(() -> RuleViolation.of(IndsatstrappeRules.UNKNOWN_OFFER, "tilbud", code, "on", on));
            refuseWhen(
                    !tilbud.measures().contains(measure),
                    IndsatstrappeRules.OFFER_OTHER_MEASURE,
                    "tilbud",
                    code,
                    "measure",
                    measure);
        }
    }

    private static void checkProgramme(Terms terms, Catalogue catalogue) {
        String code = terms.programme();
        if (code != null) {
            Programme programme = catalogue
                    .programme(code)
                    .orElseThrow(() -> RuleViolation.of(IndsatstrappeRules.UNKNOWN_PROGRAMME, "programme", code));
            refuseWhen(
                    terms.ageOverride() == null && !programme.isFor(terms.ageAtStart()),
                    IndsatstrappeRules.OUTSIDE_TARGET_AGES,
                    "programme",
                    code,
                    "age",
                    terms.ageAtStart());
        }
    }

    private static void checkDates(Terms terms, LocalDate decidedOn) {
        LocalDate start = terms.plannedStart();
        refuseWhen(
                start.isBefore(decidedOn),
                IndsatstrappeRules.START_BEFORE_DECISION,
                "start",
                start,
                "decidedOn",
                decidedOn);
        checkPlannedEnd(terms.plannedEnd(), start);
    }

    static void checkPlannedEnd(@Nullable LocalDate plannedEnd, LocalDate start) {
        if (plannedEnd != null && !plannedEnd.isAfter(start)) {
            throw RuleViolation.of(
                    IndsatstrappeRules.PLANNED_END_BEFORE_START, "plannedEnd", plannedEnd, "start", start);
        }
    }

    static void checkBasisDate(@Nullable PlacementBasis basis, LocalDate start) {
        if (basis != null && basis.givenOn().isAfter(start)) {
            throw RuleViolation.of(IndsatstrappeRules.BASIS_AFTER_START, "givenOn", basis.givenOn(), "start", start);
        }
    }
}
