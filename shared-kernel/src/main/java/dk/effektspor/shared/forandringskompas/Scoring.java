package dk.effektspor.shared.forandringskompas;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was scored, by whom and on which occasion.
 *
 * @param compass code of the compass
 * @param compassVersion version of that compass in the catalogue
 * @param tilbud code of the offer where the citizen was scored, if any
 * @param scores one per dimension of the compass, in the dimensions' order
 */
public record Scoring(
        String compass,
        String compassVersion,
        Rater rater,
        Occasion occasion,
        @Nullable String tilbud,
        List<DimensionScore> scores) {

    public Scoring {
        scores = List.copyOf(scores);
    }
}
