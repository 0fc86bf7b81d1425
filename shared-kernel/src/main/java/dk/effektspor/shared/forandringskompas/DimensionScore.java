package dk.effektspor.shared.forandringskompas;

import dk.effektspor.shared.privacy.SealedText;
import org.jspecify.annotations.Nullable;

/**
 * One dimension's reading: either a score 1–10 (10 best) or why it was not assessed, never both.
 *
 * @param dimension number of the dimension in the compass version, 1–10
 * @param variant scale variant where the compass has several for the dimension
 */
public record DimensionScore(
        int dimension,
        @Nullable Integer score,
        @Nullable NotAssessed notAssessed,
        @Nullable String variant,
        @Nullable SealedText comment) {}
