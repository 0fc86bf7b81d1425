package dk.effektspor.shared.catalogue;

import dk.effektspor.shared.indsatstrappe.LegalBasis;
import java.time.LocalDate;
import java.util.List;

/**
 * A kind of intervention the law provides for.
 *
 * @param placement whether it places the citizen outside the home, so that consent or a committee decision is needed
 * @param bases its paragraph in each law, with the dates on which that law gave it
 */
public record Measure(String code, Text name, boolean placement, List<DatedBasis> bases, String source) {

    /** A paragraph and when it was in force. */
    public record DatedBasis(LegalBasis basis, Validity validity) {}

    /** Whether the measure could be decided under this basis on this date. */
    public boolean allows(LegalBasis basis, LocalDate on) {
        return bases.stream()
                .anyMatch(b -> b.basis().equals(basis) && b.validity().holdsOn(on));
    }
}
