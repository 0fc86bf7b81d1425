package dk.effektspor.shared.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * An evidence-based programme (seed 000 pp. 1–3).
 *
 * @param ageFrom youngest target age in years, if the programme has one
 * @param ageTo oldest target age in years, inclusive
 * @param evidenceBased false for MultifunC, which is not fully documented
 */
public record Programme(
        String code,
        Text name,
        @Nullable Integer ageFrom,
        @Nullable Integer ageTo,
        boolean evidenceBased,
        String source) {

    public boolean isFor(int age) {
        return (ageFrom == null || age >= ageFrom) && (ageTo == null || age <= ageTo);
    }
}
