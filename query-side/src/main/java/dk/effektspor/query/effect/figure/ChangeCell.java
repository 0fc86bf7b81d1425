package dk.effektspor.query.effect.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one cell, or nothing but that they are suppressed.
 *
 * @param n citizens whose change is known
 * @param population citizens scored in the period
 * @param coverage n out of the population
 * @param notAssessed of the population, those with no score on the dimension in the period
 * @param withoutFollowUp of the population, those with a score but none before it to compare with
 * @param mean of the changes; positive is towards 10, the best
 * @param low lower end of the 95 % confidence interval of the mean
 * @param up share who moved up
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeCell(
        boolean suppressed,
        @Nullable Integer n,
        @Nullable Integer population,
        @Nullable Double coverage,
        @Nullable Integer notAssessed,
        @Nullable Integer withoutFollowUp,
        @Nullable Double mean,
        @Nullable Double standardDeviation,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double up,
        @Nullable Double level,
        @Nullable Double down) {

    static final ChangeCell SUPPRESSED =
            new ChangeCell(true, null, null, null, null, null, null, null, null, null, null, null, null);

    /** Counts what goes into a cell; each citizen once. */
    static final class Tally {

        private SampleStatistics changes = SampleStatistics.NONE;
        private int population;
        private int notAssessed;
        private int up;
        private int down;

        void add(boolean assessed, @Nullable Integer change) {
            population++;
            if (!assessed) {
                notAssessed++;
            }
            if (change != null) {
                changes = changes.plus(change);
                up += change > 0 ? 1 : 0;
                down += change < 0 ? 1 : 0;
            }
        }

        int n() {
            return changes.n();
        }

        int population() {
            return population;
        }

        ChangeCell cell() {
            int n = n();
            int withoutFollowUp = population - notAssessed - n;
            double coverage = (double) n / population;
            if (n == 0) {
                return new ChangeCell(
                        false,
                        0,
                        population,
                        coverage,
                        notAssessed,
                        withoutFollowUp,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            }
            double mean = changes.mean();
            // One citizen has no spread; only a minimum below the permitted ones could ever show it.
            Double deviation = n < 2 ? null : Double.valueOf(changes.standardDeviation());
            double margin = n < 2 ? 0 : changes.margin();
            return new ChangeCell(
                    false,
                    n,
                    population,
                    coverage,
                    notAssessed,
                    withoutFollowUp,
                    mean,
                    deviation,
                    mean - margin,
                    mean + margin,
                    (double) up / n,
                    (double) (n - up - down) / n,
                    (double) down / n);
        }
    }
}
