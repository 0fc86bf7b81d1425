package dk.effektspor.query.effect.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one cell, or nothing but that they are suppressed. Shares are rounded to whole per cent.
 *
 * @param withheld parts left out because they would tell of too few: {@code population} (with coverage), {@code missing}
 *     (the four counts of why a change is not known) or {@code directions} (up, level, down)
 * @param n citizens whose change is known
 * @param population citizens scored on the row in the period, or with an open case in its target group in the period
 * @param coverage n out of the population
 * @param withoutFollowUp of the population, those with a score but none before it to compare with
 * @param notAssessed of the population, those scored in the period whose dimension was not assessed
 * @param otherScale of the population, those scored in the period on another version or scale of the compass only
 * @param neverScored of the population, those not scored on the compass in the period by the chosen rater
 * @param mean of the changes; positive is towards 10, the best
 * @param low lower end of the 95 % confidence interval of the mean
 * @param up share who moved up
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeCell(
        boolean suppressed,
        List<String> withheld,
        @Nullable Integer n,
        @Nullable Integer population,
        @Nullable Double coverage,
        @Nullable Integer withoutFollowUp,
        @Nullable Integer notAssessed,
        @Nullable Integer otherScale,
        @Nullable Integer neverScored,
        @Nullable Double mean,
        @Nullable Double standardDeviation,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double up,
        @Nullable Double level,
        @Nullable Double down) {

    static final ChangeCell SUPPRESSED = new ChangeCell(
            true, List.of(), null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    static ChangeCell of(Tally tally, Set<Layer> withheld) {
        if (withheld.contains(Layer.CELL)) {
            return SUPPRESSED;
        }
        int n = tally.n();
        boolean population = !withheld.contains(Layer.POPULATION);
        boolean missing = !withheld.contains(Layer.MISSING);
        boolean directions = n > 0 && !withheld.contains(Layer.DIRECTIONS);
        SampleStatistics changes = tally.changes();
        Double mean = n == 0 ? null : Double.valueOf(changes.mean());
        // One citizen has no spread; only a minimum below the permitted ones could ever show it.
        Double deviation = n < 2 ? null : Double.valueOf(changes.standardDeviation());
        double margin = n < 2 ? 0 : changes.margin();
        return new ChangeCell(
                false,
                withheld.stream()
                        .sorted()
                        .map(l -> l.name().toLowerCase(Locale.ROOT))
                        .toList(),
                n,
                population ? tally.population() : null,
                population ? share(n, tally.population()) : null,
                missing ? tally.count(Known.NO_FOLLOW_UP) : null,
                missing ? tally.count(Known.NOT_ASSESSED) : null,
                missing ? tally.count(Known.OTHER_SCALE) : null,
                missing ? tally.count(Known.NEVER_SCORED) : null,
                mean,
                deviation,
                mean == null ? null : Double.valueOf(mean - margin),
                mean == null ? null : Double.valueOf(mean + margin),
                directions ? share(tally.up(), n) : null,
                directions ? share(tally.level(), n) : null,
                directions ? share(tally.down(), n) : null);
    }

    private static Double share(int part, int of) {
        return Math.round(100.0 * part / of) / 100.0;
    }
}
