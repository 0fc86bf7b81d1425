package dk.effektspor.query.effect.figure;

import dk.effektspor.query.effect.facts.EffectFacts;
import dk.effektspor.query.effect.figure.ChangeCell.Tally;
import dk.effektspor.query.effect.figure.LatestReadings.Picked;
import dk.effektspor.shared.catalogue.UnitTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Computes change per dimension and group from facts. */
public final class ChangeFigure {

    private ChangeFigure() {}

    /** One dimension of one compass version, on one of its scales. */
    public record Row(
            String compass,
            String compassVersion,
            int dimension,
            @Nullable String variant,
            ChangeCell total,
            List<Group> groups) {}

    /**
     * One group's cell.
     *
     * @param under the groups it was rolled up into
     */
    public record Group(String group, Set<String> under, ChangeCell cell) {}

    private record RowKey(String compass, String version, int dimension, String variant) {
        static final Comparator<RowKey> ORDER = Comparator.comparing(RowKey::compass)
                .thenComparing(RowKey::version)
                .thenComparingInt(RowKey::dimension)
                .thenComparing(RowKey::variant);
    }

    public static List<Row> of(
            Collection<EffectFacts> facts, ChangeDefinition definition, UnitTree units, int minimum) {
        Groups groups = new Groups(definition.by(), units);
        Map<RowKey, Tallies> rows = new TreeMap<>(RowKey.ORDER);
        for (Picked picked : LatestReadings.of(facts, definition)) {
            String variant = picked.reading().variant();
            RowKey key = new RowKey(
                    picked.scored().compass(),
                    picked.scored().compassVersion(),
                    picked.reading().dimension(),
                    variant == null ? "" : variant);
            rows.computeIfAbsent(key, k -> new Tallies(definition.by()))
                    .add(
                            groups.of(picked),
                            picked.reading().assessed(),
                            definition.measure().of(picked.reading()));
        }
        List<Row> result = new ArrayList<>();
        rows.forEach((key, tallies) -> result.add(tallies.row(key, minimum)));
        return result;
    }

    /** The cells of one row and how they add up. */
    private static final class Tallies {

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

        void add(List<String> groups, boolean assessed, @Nullable Integer change) {
            total.add(assessed, change);
            groups.forEach(g -> cells.computeIfAbsent(g, k -> new Tally()).add(assessed, change));
            if (!nested) {
                outermost.addAll(groups);
                return;
            }
            directly.computeIfAbsent(groups.get(0), k -> new Tally()).add(assessed, change);
            for (int i = 1; i < groups.size(); i++) {
                above.computeIfAbsent(groups.get(i - 1), k -> new TreeSet<>()).add(groups.get(i));
                below.computeIfAbsent(groups.get(i), k -> new TreeSet<>()).add(groups.get(i - 1));
            }
            outermost.add(groups.get(groups.size() - 1));
        }

        Row row(RowKey key, int minimum) {
            Set<String> hidden = hidden(minimum);
            List<Group> groups = new ArrayList<>();
            cells.forEach((group, tally) -> groups.add(new Group(
                    group,
                    above.getOrDefault(group, Set.of()),
                    hidden.contains(CELL + group) ? ChangeCell.SUPPRESSED : tally.cell())));
            return new Row(
                    key.compass(),
                    key.version(),
                    key.dimension(),
                    key.variant().isEmpty() ? null : key.variant(),
                    hidden.contains(TOTAL) ? ChangeCell.SUPPRESSED : total.cell(),
                    groups);
        }

        private Set<String> hidden(int minimum) {
            Suppression<String> suppression = new Suppression<>(minimum);
            suppression.cell(TOTAL, total.n(), total.population());
            cells.forEach((group, tally) -> suppression.cell(CELL + group, tally.n(), tally.population()));
            if (!cells.isEmpty()) {
                suppression.sum(TOTAL, prefixed(outermost));
            }
            below.forEach((group, parts) -> {
                Set<String> terms = prefixed(parts);
                Tally own = directly.get(group);
                if (own != null) {
                    // Never shown, but found by subtraction once everything else is.
                    suppression.cell(DIRECTLY + group, own.n(), own.population());
                    terms.add(DIRECTLY + group);
                }
                suppression.sum(CELL + group, terms);
            });
            return suppression.hidden();
        }

        private static Set<String> prefixed(Set<String> groups) {
            Set<String> keys = new LinkedHashSet<>();
            groups.forEach(g -> keys.add(CELL + g));
            return keys;
        }
    }
}
