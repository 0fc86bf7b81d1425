package dk.effektspor.query.effect.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The cells of one row and how they add up; beside them the same row in other editions of the figure, which a reader could
 * set it against.
 */
final class Tallies {

    private static final String TOTAL = "total";
    private static final String CELL = "in:";
    private static final String DIRECTLY = "directly in:";

    private final boolean nested;
    private final boolean compared;
    private final List<Tallies> editions;
    private final Tally total;
    private final Map<String, Tally> cells = new TreeMap<>();
    private final Map<String, Tally> directly = new TreeMap<>();
    private final Map<String, Set<String>> above = new TreeMap<>();
    private final Map<String, Set<String>> below = new TreeMap<>();
    private final Set<String> outermost = new TreeSet<>();

    private Tallies(Grouping by, List<Tallies> editions, boolean compared) {
        this.nested = by == Grouping.UNIT;
        this.editions = editions;
        this.compared = compared;
        this.total = new Tally(compared);
    }

    static Tallies edition(Grouping by) {
        return new Tallies(by, List.of(), true);
    }

    static Tallies beside(List<Tallies> editions, Grouping by) {
        return new Tallies(by, editions, !editions.isEmpty());
    }

    void add(List<String> groups, Member member) {
        total.add(member);
        groups.forEach(g -> cells.computeIfAbsent(g, k -> new Tally(compared)).add(member));
        if (!nested) {
            outermost.addAll(groups);
            return;
        }
        directly.computeIfAbsent(groups.get(0), k -> new Tally(compared)).add(member);
        for (int i = 1; i < groups.size(); i++) {
            above.computeIfAbsent(groups.get(i - 1), k -> new TreeSet<>()).add(groups.get(i));
            below.computeIfAbsent(groups.get(i), k -> new TreeSet<>()).add(groups.get(i - 1));
        }
        outermost.add(groups.get(groups.size() - 1));
    }

    boolean isEmpty() {
        return total.population() == 0;
    }

    /** Whether a group's cell is hidden. */
    boolean hides(String group, Tallies nobody, int minimum) {
        return cells.containsKey(group)
                && hidden(Layer.CELL, nobody, minimum, Set.of()).contains(CELL + group);
    }

    /** @param rest those the question's filters leave out: a reader of the answers with and without them can subtract */
    ChangeFigure.Row row(Scale scale, Tallies rest, boolean withheld, int minimum) {
        Map<Layer, Set<String>> hidden = hidden(rest, minimum);
        List<ChangeFigure.Group> groups = new ArrayList<>();
        cells.forEach((group, tally) -> groups.add(new ChangeFigure.Group(
                group,
                above.getOrDefault(group, Set.of()),
                withheld ? ChangeCell.SUPPRESSED : cell(tally, hidden, CELL + group))));
        return new ChangeFigure.Row(scale, withheld ? ChangeCell.SUPPRESSED : cell(total, hidden, TOTAL), groups);
    }

    private static ChangeCell cell(Tally tally, Map<Layer, Set<String>> hidden, String key) {
        Set<Layer> withheld = new TreeSet<>();
        hidden.forEach((layer, keys) -> {
            if (keys.contains(key)) {
                withheld.add(layer);
            }
        });
        return ChangeCell.of(tally, withheld);
    }

    private Map<Layer, Set<String>> hidden(Tallies rest, int minimum) {
        Map<Layer, Set<String>> hidden = new EnumMap<>(Layer.class);
        Set<String> cellsHidden = hidden(Layer.CELL, rest, minimum, Set.of());
        Set<String> populations = hidden(Layer.POPULATION, rest, minimum, cellsHidden);
        hidden.put(Layer.CELL, cellsHidden);
        hidden.put(Layer.POPULATION, populations);
        hidden.put(Layer.MISSING, hidden(Layer.MISSING, rest, minimum, populations));
        hidden.put(Layer.DIRECTIONS, hidden(Layer.DIRECTIONS, rest, minimum, cellsHidden));
        return hidden;
    }

    private Set<String> hidden(Layer layer, Tallies rest, int minimum, Set<String> already) {
        Suppression<String> suppression = new Suppression<>(minimum);
        suppression.cell(TOTAL, counts(layer, t -> t.total, rest));
        cells.keySet().forEach(group -> suppression.cell(CELL + group, counts(layer, t -> in(t.cells, group), rest)));
        if (!cells.isEmpty()) {
            suppression.sum(TOTAL, prefixed(outermost));
        }
        below.forEach((group, parts) -> {
            Set<String> terms = prefixed(parts);
            if (directly.containsKey(group)) {
                // Never shown, but found by subtraction once everything else is.
                suppression.cell(DIRECTLY + group, counts(layer, t -> in(t.directly, group), rest));
                terms.add(DIRECTLY + group);
            }
            suppression.sum(CELL + group, terms);
        });
        already.forEach(suppression::hide);
        return suppression.hidden();
    }

    /** The counts of a cell and of the rest of it; then of how many of each another edition tells something else. */
    private int[] counts(Layer layer, Function<Tallies, Tally> cell, Tallies rest) {
        IntStream.Builder counts = IntStream.builder();
        for (Tallies part : List.of(this, rest)) {
            Arrays.stream(layer.counts(cell.apply(part))).forEach(counts);
            part.editions.forEach(edition ->
                    cell.apply(part).differsFrom(cell.apply(edition), layer).forEach(counts));
        }
        return counts.build().toArray();
    }

    private static Tally in(Map<String, Tally> tallies, String group) {
        return tallies.getOrDefault(group, Tally.EMPTY);
    }

    private static Set<String> prefixed(Set<String> groups) {
        Set<String> keys = new LinkedHashSet<>();
        groups.forEach(g -> keys.add(CELL + g));
        return keys;
    }
}
