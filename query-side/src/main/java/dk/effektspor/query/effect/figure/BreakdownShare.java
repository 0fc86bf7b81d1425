package dk.effektspor.query.effect.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.effektspor.query.effect.facts.EffectFacts;
import dk.effektspor.query.effect.facts.EffectFacts.Ran;
import dk.effektspor.shared.casefile.CitizenId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The share of a year's placements of 0–17-year-olds that broke down: those ended or moved to another site in a
 * breakdown, out of all that ran in the year (W24). The age is the one reached in the year, since the record keeps the
 * year of birth only.
 */
public final class BreakdownShare {

    private static final String TOTAL = "total";
    private static final int ADULT = 18;

    private BreakdownShare() {}

    public record Result(BreakdownCell total, List<ByMeasure> measures) {}

    public record ByMeasure(String measure, BreakdownCell cell) {}

    /**
     * Placements and breakdowns; breakdowns are suppressed on their own where too few citizens had one.
     *
     * @param n citizens with a placement in the year
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record BreakdownCell(
            boolean suppressed,
            @Nullable Integer n,
            @Nullable Integer placements,
            boolean breakdownsSuppressed,
            @Nullable Integer breakdowns,
            @Nullable Double share) {}

    private static final class Tally {
        private final Set<CitizenId> placed = new HashSet<>();
        private final Set<CitizenId> broken = new HashSet<>();
        private int placements;
        private int breakdowns;

        void add(CitizenId citizen, boolean broke) {
            placed.add(citizen);
            placements++;
            if (broke) {
                broken.add(citizen);
                breakdowns++;
            }
        }

        BreakdownCell cell(boolean hidden, boolean breakdownsHidden) {
            if (hidden) {
                return new BreakdownCell(true, null, null, true, null, null);
            }
            return breakdownsHidden
                    ? new BreakdownCell(false, placed.size(), placements, true, null, null)
                    : new BreakdownCell(
                            false,
                            placed.size(),
                            placements,
                            false,
                            breakdowns,
                            placements == 0 ? null : Double.valueOf((double) breakdowns / placements));
        }
    }

    /** @param placements codes of the measures that place outside the home */
    public static Result of(Collection<EffectFacts> facts, int year, Set<String> placements, int minimum) {
        Period period = Period.ofYear(year);
        Tally total = new Tally();
        Map<String, Tally> measures = new TreeMap<>();
        for (EffectFacts f : facts) {
            if (year - f.birthYear() < ADULT) {
                for (Ran course : f.courses()) {
                    if (placements.contains(course.measure()) && ranIn(course, period)) {
                        boolean broke = course.breakdowns().stream().anyMatch(period::covers);
                        measures.computeIfAbsent(course.measure(), m -> new Tally())
                                .add(f.citizen(), broke);
                        total.add(f.citizen(), broke);
                    }
                }
            }
        }
        return result(total, measures, minimum);
    }

    private static boolean ranIn(Ran course, Period period) {
        LocalDate to = course.to();
        return !course.from().isAfter(period.to()) && (to == null || !to.isBefore(period.from()));
    }

    private static Result result(Tally total, Map<String, Tally> measures, int minimum) {
        Suppression<String> placed = new Suppression<>(minimum);
        Suppression<String> broken = new Suppression<>(minimum);
        placed.cell(TOTAL, total.placed.size(), total.placements);
        broken.cell(TOTAL, total.broken.size(), total.breakdowns);
        List<String> parts = new ArrayList<>();
        measures.forEach((measure, tally) -> {
            placed.cell("of " + measure, tally.placed.size(), tally.placements);
            broken.cell("of " + measure, tally.broken.size(), tally.breakdowns);
            parts.add("of " + measure);
        });
        placed.sum(TOTAL, parts);
        broken.sum(TOTAL, parts);
        Set<String> hidden = placed.hidden();
        hidden.forEach(broken::hide);
        Set<String> breakdownsHidden = broken.hidden();
        List<ByMeasure> cells = new ArrayList<>();
        measures.forEach((measure, tally) -> cells.add(new ByMeasure(
                measure, tally.cell(hidden.contains("of " + measure), breakdownsHidden.contains("of " + measure)))));
        return new Result(total.cell(hidden.contains(TOTAL), breakdownsHidden.contains(TOTAL)), cells);
    }
}
