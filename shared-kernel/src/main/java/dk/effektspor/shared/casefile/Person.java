package dk.effektspor.shared.casefile;

import dk.effektspor.shared.privacy.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * The citizen as known to the case. What identifies a person is sealed; birth year and bydel stay readable because age
 * groups and districts are what the effect views are asked for.
 *
 * @param birthYear four digits
 * @param bydel code of the catalogue of bydele, if known
 */
public record Person(
        SealedText cpr,
        SealedText name,
        @Nullable SealedText address,
        int birthYear,
        @Nullable String bydel) {}
