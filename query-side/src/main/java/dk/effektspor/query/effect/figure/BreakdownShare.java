package dk.effektspor.query.effect.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.effektspor.query.effect.facts.EffectFacts;
import dk.effektspor.query.effect.facts.EffectFacts.Ran;
import dk.effektspor.shared.casefile.CitizenId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The share of a year's placements of 0–17-year-olds that broke down: those ended or moved to another site in a
 * breakdown, out of all that ran in the year (W24). The age is the one reached in the year, since the record keeps the
 * year of birth only.
 */
public final class BreakdownShare {

    private static final String TOTAL = "total";
    private static final String PART = "of ";
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
        private final Map<CitizenId, Integer> placed = new HashMap<>();
        private final Map<CitizenId, Integer> broken = new HashMap<>();
        private int placements;
        private int breakdowns;

        void add(CitizenId citizen, boolean broke) {
            placed.merge(citizen, 1, Integer::sum);
            placements++;
            if (broke) {
                broken.merge(citizen, 1, Integer::sum);
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
        return of(new Editions(facts, List.of()), year, placements, minimum);
    }

    /** The same with nothing in it that could be told by setting it against another edition. */
    public static Result of(Editions editions, int year, Set<String> placements, int minimum) {
        return result(
                count(editions.asked(), year, placements),
                editions.others().stream()
                        .map(other -> count(other, year, placements))
                        .toList(),
                minimum);
    }

    private static Map<String, Tally> count(Collection<EffectFacts> facts, int year, Set<String> placements) {
        Period period = Period.ofYear(year);
        Map<String, Tally> cells = new TreeMap<>();
        for (EffectFacts f : facts) {
            if (year - f.birthYear() < ADULT) {
                for (Ran course : f.courses()) {
                    if (placements.contains(course.measure()) && ranIn(course, period)) {
                        boolean broke = course.breakdowns().stream().anyMatch(period::covers);
                        cells.computeIfAbsent(PART + course.measure(), m -> new Tally())
                                .add(f.citizen(), broke);
                        cells.computeIfAbsent(TOTAL, m -> new Tally()).add(f.citizen(), broke);
                    }
                }
            }
        }
        return cells;
    }

    private static boolean ranIn(Ran course, Period period) {
        LocalDate to = course.to();
        return !course.from().isAfter(period.to()) && (to == null || !to.isBefore(period.from()));
    }

    private static Result result(Map<String, Tally> cells, List<Map<String, Tally>> others, int minimum) {
        Suppression<String> placed = new Suppression<>(minimum);
        Suppression<String> broken = new Suppression<>(minimum);
        Tally total = cells.computeIfAbsent(TOTAL, t -> new Tally());
        cells.forEach((key, tally) -> {
            placed.cell(key, counts(tally.placed, tally.placements, in(others, key, t -> t.placed)));
            broken.cell(key, counts(tally.broken, tally.breakdowns, in(others, key, t -> t.broken)));
        });
        List<String> parts =
                cells.keySet().stream().filter(key -> !key.equals(TOTAL)).toList();
        placed.sum(TOTAL, parts);
        broken.sum(TOTAL, parts);
        Set<String> hidden = placed.hidden();
        hidden.forEach(broken::hide);
        Set<String> breakdownsHidden = broken.hidden();
        return new Result(
                total.cell(hidden.contains(TOTAL), breakdownsHidden.contains(TOTAL)),
                parts.stream()
                        .map(part -> new ByMeasure(
                                part.substring(PART.length()),
                                in(cells, part).cell(hidden.contains(part), breakdownsHidden.contains(part))))
                        .toList());
    }

    private static int[] counts(Map<CitizenId, Integer> citizens, int count, Stream<Map<CitizenId, Integer>> others) {
        return IntStream.concat(
                        IntStream.of(citizens.size(), count),
                        others.flatMapToInt(other -> Differing.inNumbers(citizens, other)))
                .toArray();
    }

    private static Stream<Map<CitizenId, Integer>> in(
            List<Map<String, Tally>> editions, String key, Function<Tally, Map<CitizenId, Integer>> which) {
        return editions.stream().map(edition -> which.apply(in(edition, key)));
    }

    private static Tally in(Map<String, Tally> cells, String key) {
        return cells.getOrDefault(key, new Tally());
    }
}
