package dk.effektspor.command;

import static dk.effektspor.command.Casework.CASE;
import static dk.effektspor.command.Casework.TEXT;

import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.AdjustIntervention;
import dk.effektspor.shared.forandringskompas.DimensionScore;
import dk.effektspor.shared.forandringskompas.Occasion;
import dk.effektspor.shared.forandringskompas.Rater;
import dk.effektspor.shared.forandringskompas.Scoring;
import dk.effektspor.shared.indsatstrappe.InterventionId;
import dk.effektspor.shared.indsatstrappe.Law;
import dk.effektspor.shared.indsatstrappe.LegalBasis;
import dk.effektspor.shared.indsatstrappe.PlacementBasis;
import dk.effektspor.shared.indsatstrappe.RightStep;
import dk.effektspor.shared.indsatstrappe.Terms;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What caseworkers write in the stories of these tests. */
final class Samples {

    private Samples() {}

    static Scoring scoring(int everywhere) {
        return new Scoring(
                TestCatalogue.YOUTH,
                "1",
                Rater.EMPLOYEE,
                Occasion.FOLLOW_UP,
                null,
                IntStream.rangeClosed(1, 10)
                        .mapToObj(no -> new DimensionScore(no, everywhere, null, null, null))
                        .toList());
    }

    static Terms familyTreatment(LocalDate start, @Nullable LocalDate end) {
        return terms(TestCatalogue.FAMILY_TREATMENT, 2, false, "familiehuset", start, end);
    }

    static Terms fosterFamily(LocalDate start) {
        return terms(TestCatalogue.FOSTER_FAMILY, 5, true, "familien-a", start, start.plusYears(1));
    }

    static Terms terms(
            String measure,
            int step,
            boolean placement,
            @Nullable String tilbud,
            LocalDate start,
            @Nullable LocalDate end) {
        LegalBasis basis = TestCatalogue.basis(measure, Law.SEL);
        return new Terms(
                measure,
                basis,
                TestCatalogue.LADDER,
                step,
                tilbud,
                null,
                start,
                end,
                List.of(),
                TEXT,
                placement ? new PlacementBasis(PlacementBasis.Kind.CONSENT, basis, start) : null,
                RightStep.RIGHT,
                13,
                null,
                TEXT);
    }

    static AdjustIntervention planEnd(InterventionId id, LocalDate plannedEnd, LocalDate on) {
        return new AdjustIntervention(CASE, id, null, null, plannedEnd, null, TEXT, on);
    }
}
