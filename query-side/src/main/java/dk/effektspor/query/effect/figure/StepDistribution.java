package dk.effektspor.query.effect.figure;

import dk.effektspor.query.effect.facts.EffectFacts;
import dk.effektspor.query.effect.facts.EffectFacts.Stood;
import dk.effektspor.shared.casefile.CitizenId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts citizens by their position on the last day of each quarter. A citizen with several open cases stands on the
 * highest of their positions.
 */
public final class StepDistribution {

    private static final String TOTAL = "total";
    private static final Comparator<Stood> HEIGHT = Comparator.<Stood>comparingInt(s -> s.at().step())
            .thenComparing(s -> s.at().ladder(), Comparator.nullsFirst(Comparator.naturalOrder()));

    private StepDistribution() {}

    /** One quarter; positions are written {@code LADDER:STEP}, empty with an open case and nothing active. */
    public record Quarter(String quarter, LocalDate on, CountCell total, List<Position> positions) {}

    public record Position(String position, CountCell cell) {}

    public static List<Quarter> of(
            Collection<EffectFacts> facts, Period period, @Nullable String targetGroup, int minimum) {
        List<Map<String, Integer>> counts = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (LocalDate on : period.quarterEnds()) {
            Map<String, Integer> count = count(facts, on, targetGroup);
            counts.add(count);
            seen.addAll(count.keySet());
        }
        List<Quarter> quarters = new ArrayList<>();
        for (int i = 0; i < counts.size(); i++) {
            LocalDate on = period.quarterEnds().get(i);
            Map<String, Integer> all = targetGroup == null ? counts.get(i) : count(facts, on, null);
            quarters.add(quarter(on, counts.get(i), all, seen, minimum));
        }
        return quarters;
    }

    private static Map<String, Integer> count(
            Collection<EffectFacts> facts, LocalDate on, @Nullable String targetGroup) {
        Map<CitizenId, Stood> standing = new HashMap<>();
        for (EffectFacts f : facts) {
            if (targetGroup == null || targetGroup.equals(f.targetGroup())) {
                f.positions().stream()
                        .filter(p -> p.on(on))
                        .forEach(p -> standing.merge(f.citizen(), p, (a, b) -> HEIGHT.compare(a, b) >= 0 ? a : b));
            }
        }
        Map<String, Integer> count = new TreeMap<>();
        standing.values().forEach(p -> count.merge(Groups.stepOf(p.at().ladder(), p.at().step()), 1, Integer::sum));
        return count;
    }

    /** @param all the same without the filter, which a reader could subtract from */
    private static Quarter quarter(
            LocalDate on, Map<String, Integer> count, Map<String, Integer> all, Set<String> seen, int minimum) {
        int total = sum(count);
        Suppression<String> suppression = new Suppression<>(minimum);
        suppression.cell(TOTAL, total, Math.max(0, sum(all) - total));
        count.forEach((position, n) ->
                suppression.cell("at " + position, n, Math.max(0, all.getOrDefault(position, 0) - n)));
        suppression.sum(TOTAL, count.keySet().stream().map(p -> "at " + p).toList());
        Set<String> hidden = suppression.hidden();
        boolean totalHidden = hidden.contains(TOTAL);
        List<Position> positions = new ArrayList<>();
        for (String position : seen) {
            int n = count.getOrDefault(position, 0);
            // A share would give a hidden total away.
            Double share = totalHidden || total == 0 ? null : Double.valueOf((double) n / total);
            positions.add(new Position(
                    position,
                    hidden.contains("at " + position) ? CountCell.SUPPRESSED : new CountCell(false, n, share)));
        }
        CountCell whole = totalHidden ? CountCell.SUPPRESSED : new CountCell(false, total, null);
        return new Quarter(Period.quarterOf(on), on, whole, positions);
    }

    private static int sum(Map<String, Integer> count) {
        return count.values().stream().mapToInt(Integer::intValue).sum();
    }
}
