package dk.effektspor.command.indsatstrappe;

import static dk.effektspor.command.Casework.CASE;
import static dk.effektspor.command.Casework.TEXT;
import static dk.effektspor.command.Casework.on;

import dk.effektspor.command.TestCatalogue;
import dk.effektspor.shared.indsatstrappe.Destination;
import dk.effektspor.shared.indsatstrappe.EndReason;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionEnded;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionStarted;
import dk.effektspor.shared.indsatstrappe.InterventionId;
import dk.effektspor.shared.indsatstrappe.Law;
import dk.effektspor.shared.indsatstrappe.LegalBasis;
import dk.effektspor.shared.indsatstrappe.PlacementBasis;
import dk.effektspor.shared.indsatstrappe.RightStep;
import dk.effektspor.shared.indsatstrappe.Terms;
import dk.effektspor.shared.privacy.SealedText;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decisions as the tests of this room need them: lawful unless told otherwise. */
final class Decisions {

    static final InterventionId A = InterventionId.of("00000000-0000-4000-8000-0000000000c1");
    static final InterventionId B = InterventionId.of("00000000-0000-4000-8000-0000000000c2");
    static final InterventionId C = InterventionId.of("00000000-0000-4000-8000-0000000000c3");

    static final LocalDate DECIDED_ON = on(2, 1);
    static final LocalDate STARTED_ON = on(2, 15);

    private String measure;
    private LegalBasis legalBasis;
    private String ladder = TestCatalogue.LADDER;
    private int step;
    private @Nullable String tilbud;
    private @Nullable String programme;
    private LocalDate plannedStart = STARTED_ON;
    private @Nullable LocalDate plannedEnd = LocalDate.of(2015, 2, 14);
    private @Nullable SealedText exitPlan = TEXT;
    private @Nullable PlacementBasis placementBasis;
    private int ageAtStart = 13;
    private @Nullable SealedText ageOverride;

    private Decisions(String measure, int step) {
        this.measure = measure;
        this.step = step;
        this.legalBasis = TestCatalogue.basis(measure, Law.SEL);
    }

    static Decisions advice() {
        return new Decisions(TestCatalogue.ADVICE, 1);
    }

    static Decisions contactPerson() {
        return new Decisions(TestCatalogue.CONTACT_PERSON, 2);
    }

    static Decisions familyTreatment() {
        return new Decisions(TestCatalogue.FAMILY_TREATMENT, 2);
    }

    static Decisions fosterFamily() {
        return new Decisions(TestCatalogue.FOSTER_FAMILY, 5).at("familien-a").consentGiven(DECIDED_ON);
    }

    static Decisions institution() {
        return new Decisions(TestCatalogue.INSTITUTION, 6).consentGiven(DECIDED_ON);
    }

    static Decisions ownRoom(int step) {
        return new Decisions(TestCatalogue.OWN_ROOM, step).consentGiven(DECIDED_ON);
    }

    Decisions measure(String code) {
        measure = code;
        return this;
    }

    Decisions under(LegalBasis basis) {
        legalBasis = basis;
        return this;
    }

    Decisions onLadder(String id) {
        ladder = id;
        return this;
    }

    Decisions onStep(int other) {
        step = other;
        return this;
    }

    Decisions at(@Nullable String code) {
        tilbud = code;
        return this;
    }

    Decisions with(String programmeCode, int age, @Nullable SealedText override) {
        programme = programmeCode;
        ageAtStart = age;
        ageOverride = override;
        return this;
    }

    Decisions from(LocalDate date) {
        plannedStart = date;
        return this;
    }

    Decisions until(@Nullable LocalDate date) {
        plannedEnd = date;
        return this;
    }

    Decisions withoutExitPlan() {
        exitPlan = null;
        return this;
    }

    Decisions consentGiven(LocalDate date) {
        placementBasis = new PlacementBasis(PlacementBasis.Kind.CONSENT, legalBasis, date);
        return this;
    }

    Decisions withoutConsent() {
        placementBasis = null;
        return this;
    }

    Terms terms() {
        return new Terms(
                measure,
                legalBasis,
                ladder,
                step,
                tilbud,
                programme,
                plannedStart,
                plannedEnd,
                List.of(),
                exitPlan,
                placementBasis,
                RightStep.RIGHT,
                ageAtStart,
                ageOverride,
                TEXT);
    }

    InterventionDecided decided(InterventionId id) {
        return new InterventionDecided(CASE, id, terms(), DECIDED_ON);
    }

    static InterventionStarted started(InterventionId id) {
        return new InterventionStarted(CASE, id, STARTED_ON);
    }

    static InterventionEnded ended(InterventionId id, LocalDate on) {
        return new InterventionEnded(
                CASE, id, Set.of(EndReason.GOALS_REACHED), Destination.STAYS_AT_HOME, false, null, on);
    }
}
