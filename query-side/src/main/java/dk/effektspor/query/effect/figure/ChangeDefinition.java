package dk.effektspor.query.effect.figure;

import dk.effektspor.shared.forandringskompas.Rater;
import org.jspecify.annotations.Nullable;

/**
 * What a figure of change is asked to be.
 *
 * @param compass only this compass; all of them, each in rows of its own, if absent
 */
public record ChangeDefinition(
        Grouping by,
        ChangeMeasure measure,
        Rater rater,
        @Nullable String compass,
        Period period) {}
