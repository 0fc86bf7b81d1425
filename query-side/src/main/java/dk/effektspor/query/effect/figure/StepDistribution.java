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
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts citizens by their position on the last day of each quarter. A citizen with several open cases stands on the
 * highest of their positions.
 */
public final class StepDistribution {

    private static final String TOTAL = "*";
    private static final Comparator<Stood> HEIGHT = Comparator.<Stood>comparingInt(s -> s.at().step())
            .thenComparing(s -> s.at().ladder(), Comparator.nullsFirst(Comparator.naturalOrder()));

    private StepDistribution() {}

    /** One quarter; positions are written {@code LADDER:STEP}, empty with an open case and nothing active. */
    public record Quarter(String quarter, LocalDate on, CountCell total, List<Position> positions) {}

    public record Position(String position, CountCell cell) {}

    public static List<Quarter> of(
            Collection<EffectFacts> facts, Period period, @Nullable String targetGroup, int minimum) {
        return of(new Editions(facts, List.of()), period, targetGroup, minimum);
    }

    /** The same with nothing in it that could be told by setting it against another edition. */
    public static List<Quarter> of(Editions editions, Period period, @Nullable String targetGroup, int minimum) {
        List<List<Standing>> quarters = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        for (LocalDate on : period.quarterEnds()) {
            List<Standing> inEditions = new ArrayList<>();
            inEditions.add(Standing.of(editions.asked(), on, targetGroup));
            editions.others().forEach(other -> inEditions.add(Standing.of(other, on, targetGroup)));
            quarters.add(inEditions);
            seen.addAll(inEditions.get(0).asked().keySet());
        }
        seen.remove(TOTAL);
        List<Quarter> told = new ArrayList<>();
        for (int i = 0; i < quarters.size(); i++) {
            told.add(quarter(period.quarterEnds().get(i), quarters.get(i), seen, minimum));
        }
        return told;
    }

    /**
     * Who stands where on a date; by position, and all of them under {@link #TOTAL}.
     *
     * @param rest what is left in each cell when it is subtracted from the same one without the filter: per citizen 1 or,
     *     where the filter lets them stand lower than all their cases do, -1
     */
    private record Standing(Map<String, Map<CitizenId, Integer>> asked, Map<String, Map<CitizenId, Integer>> rest) {

        static Standing of(Collection<EffectFacts> facts, LocalDate on, @Nullable String targetGroup) {
            Map<String, Map<CitizenId, Integer>> asked = new HashMap<>();
            Map<String, Map<CitizenId, Integer>> rest = new HashMap<>();
            positions(facts, on, targetGroup).forEach((citizen, position) -> {
                add(asked, position, citizen, 1);
                add(rest, position, citizen, -1);
            });
            if (targetGroup == null) {
                return new Standing(asked, Map.of());
            }
            positions(facts, on, null).forEach((citizen, position) -> add(rest, position, citizen, 1));
            rest.values().forEach(cell -> cell.values().removeIf(n -> n == 0));
            return new Standing(asked, rest);
        }

        private static void add(
                Map<String, Map<CitizenId, Integer>> cells, String position, CitizenId citizen, int one) {
            for (String cell : List.of(position, TOTAL)) {
                cells.computeIfAbsent(cell, c -> new HashMap<>()).merge(citizen, one, Integer::sum);
            }
        }

        int n(String cell) {
            return in(asked, cell).size();
        }

        int[] counts(String cell, List<Standing> others) {
            int left =
                    in(rest, cell).values().stream().mapToInt(Integer::intValue).sum();
            IntStream.Builder counts = IntStream.builder().add(n(cell)).add(Math.max(0, left));
            for (Standing other : others) {
                counts.add(Differing.citizens(in(asked, cell), in(other.asked, cell), one -> one));
                counts.add(Differing.citizens(in(rest, cell), in(other.rest, cell), one -> one));
            }
            return counts.build().toArray();
        }

        private static Map<CitizenId, Integer> in(Map<String, Map<CitizenId, Integer>> cells, String cell) {
            return cells.getOrDefault(cell, Map.of());
        }
    }

    private static Map<CitizenId, String> positions(
            Collection<EffectFacts> facts, LocalDate on, @Nullable String targetGroup) {
        Map<CitizenId, Stood> standing = new HashMap<>();
        for (EffectFacts f : facts) {
            if (targetGroup == null || targetGroup.equals(f.targetGroup())) {
                for (Stood p : f.positions()) {
                    if (p.on(on)) {
                        standing.merge(f.citizen(), p, (a, b) -> HEIGHT.compare(a, b) >= 0 ? a : b);
                    }
                }
            }
        }
        Map<CitizenId, String> positions = new HashMap<>();
        standing.forEach((citizen, p) -> positions.put(citizen, Groups.stepOf(p.at().ladder(), p.at().step())));
        return positions;
    }

    /** @param editions the one asked for first */
    private static Quarter quarter(LocalDate on, List<Standing> editions, Set<String> seen, int minimum) {
        Standing asked = editions.get(0);
        List<Standing> others = editions.subList(1, editions.size());
        Suppression<String> suppression = new Suppression<>(minimum);
        suppression.cell(TOTAL, asked.counts(TOTAL, others));
        // Nobody there gives nothing away, unless somebody is there in another edition.
        List<String> told = seen.stream()
                .filter(position -> asked.n(position) > 0 || !others.isEmpty())
                .toList();
        told.forEach(position -> suppression.cell(position, asked.counts(position, others)));
        suppression.sum(TOTAL, told);
        Set<String> hidden = suppression.hidden();
        int total = asked.n(TOTAL);
        boolean totalHidden = hidden.contains(TOTAL);
        List<Position> positions = new ArrayList<>();
        for (String position : seen) {
            int n = asked.n(position);
            // A share would give a hidden total away.
            Double share = totalHidden || total == 0 ? null : Double.valueOf((double) n / total);
            positions.add(new Position(
                    position, hidden.contains(position) ? CountCell.SUPPRESSED : new CountCell(false, n, share)));
        }
        CountCell whole = totalHidden ? CountCell.SUPPRESSED : new CountCell(false, total, null);
        return new Quarter(Period.quarterOf(on), on, whole, positions);
    }
}
