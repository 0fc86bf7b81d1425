package dk.effektspor.query.effect.figure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The cells of one row and how they add up. */
final class Tallies {

    private static final String TOTAL = "total";
    private static final String CELL = "in:";
    private static final String DIRECTLY = "directly in:";

    private final boolean nested;
    private final Tally total = new Tally();
    private final Map<String, Tally> cells = new TreeMap<>();
    private final Map<String, Tally> directly = new TreeMap<>();
    private final Map<String, Set<String>> above = new TreeMap<>();
    private final Map<String, Set<String>> below = new TreeMap<>();
    private final Set<String> outermost = new TreeSet<>();

    Tallies(Grouping by) {
        this.nested = by == Grouping.UNIT;
    }

    void add(List<String> groups, Member member) {
        total.add(member);
        groups.forEach(g -> cells.computeIfAbsent(g, k -> new Tally()).add(member));
        if (!nested) {
            outermost.addAll(groups);
            return;
        }
        directly.computeIfAbsent(groups.get(0), k -> new Tally()).add(member);
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
    boolean hides(String group, int minimum) {
        return cells.containsKey(group)
                && hidden(Layer.CELL, this, minimum, Set.of()).contains(CELL + group);
    }

    /** @param whole the same row without the question's filters */
    ChangeFigure.Row row(Scale scale, Tallies whole, boolean withheld, int minimum) {
        Map<Layer, Set<String>> hidden = hidden(whole, minimum);
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

    private Map<Layer, Set<String>> hidden(Tallies whole, int minimum) {
        Map<Layer, Set<String>> hidden = new EnumMap<>(Layer.class);
        Set<String> cellsHidden = hidden(Layer.CELL, whole, minimum, Set.of());
        Set<String> populations = hidden(Layer.POPULATION, whole, minimum, cellsHidden);
        hidden.put(Layer.CELL, cellsHidden);
        hidden.put(Layer.POPULATION, populations);
        hidden.put(Layer.MISSING, hidden(Layer.MISSING, whole, minimum, populations));
        hidden.put(Layer.DIRECTIONS, hidden(Layer.DIRECTIONS, whole, minimum, cellsHidden));
        return hidden;
    }

    private Set<String> hidden(Layer layer, Tallies whole, int minimum, Set<String> already) {
        Suppression<String> suppression = new Suppression<>(minimum);
        suppression.cell(TOTAL, layer.counts(total, whole.total));
        cells.forEach((group, tally) -> suppression.cell(CELL + group, layer.counts(tally, in(whole.cells, group))));
        if (!cells.isEmpty()) {
            suppression.sum(TOTAL, prefixed(outermost));
        }
        below.forEach((group, parts) -> {
            Set<String> terms = prefixed(parts);
            Tally own = directly.get(group);
            if (own != null) {
                // Never shown, but found by subtraction once everything else is.
                suppression.cell(DIRECTLY + group, layer.counts(own, in(whole.directly, group)));
                terms.add(DIRECTLY + group);
            }
            suppression.sum(CELL + group, terms);
        });
        already.forEach(suppression::hide);
        return suppression.hidden();
    }

    private static Tally in(Map<String, Tally> tallies, String group) {
        Tally found = tallies.get(group);
        if (found == null) {
            throw new IllegalStateException("No group " + group);
        }
        return found;
    }

    private static Set<String> prefixed(Set<String> groups) {
        Set<String> keys = new LinkedHashSet<>();
        groups.forEach(g -> keys.add(CELL + g));
        return keys;
    }
}
