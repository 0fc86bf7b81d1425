package dk.effektspor.query.effect.figure;

import dk.effektspor.shared.forandringskompas.Rater;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a figure of change is asked to be.
 *
 * @param compass only this compass; all of them, each in rows of its own, if absent
 * @param only only citizens in these groups
 */
public record ChangeDefinition(
        Grouping by,
        ChangeMeasure measure,
        Rater rater,
        @Nullable String compass,
        Map<Grouping, String> only,
        Period period) {

    public ChangeDefinition {
        only = Collections.unmodifiableMap(new TreeMap<>(only));
    }
}
