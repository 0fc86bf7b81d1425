package dk.effektspor.query.effect.figure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Decides which cells of a figure are told as "too few": those under the minimum, and beside them as many others as it
 * takes that no hidden cell can be found by subtracting what is shown from a total.
 *
 * <p>The totals have to form a tree (a cell stands under few totals and no total under itself); then a hidden cell can
 * be computed only through a total with a single hidden part, and looking at one total at a time is enough.
 */
final class Suppression<K> {

    private final int minimum;
    private final Map<K, int[]> cells = new LinkedHashMap<>();
    private final List<Sum<K>> sums = new ArrayList<>();
    private final Set<K> hidden = new HashSet<>();

    private record Sum<K>(K total, List<K> parts) {}

    Suppression(int minimum) {
        this.minimum = minimum;
    }

    /** A cell with its counts, each of which has to reach the minimum or be zero. */
    void cell(K key, int... counts) {
        cells.put(key, counts);
        for (int count : counts) {
            if (count > 0 && count < minimum) {
                hidden.add(key);
            }
        }
    }

    /** A cell hidden for a reason of its own. */
    void hide(K key) {
        hidden.add(key);
    }

    /** States that the parts make up the total, so that a reader can subtract. */
    void sum(K total, Collection<K> parts) {
        sums.add(new Sum<>(total, List.copyOf(parts)));
    }

    Set<K> hidden() {
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Sum<K> sum : sums) {
                grew |= protect(sum);
            }
        }
        return Set.copyOf(hidden);
    }

    private boolean protect(Sum<K> sum) {
        List<K> hiddenParts = sum.parts().stream().filter(hidden::contains).toList();
        boolean totalHidden = hidden.contains(sum.total());
        if (totalHidden ? !hiddenParts.isEmpty() : hiddenParts.isEmpty() || ambiguous(hiddenParts, minimum)) {
            return false;
        }
        Predicate<K> shown = key -> !hidden.contains(key) && sizeOf(key) > 0;
        Comparator<K> bySize = Comparator.comparingInt(this::sizeOf);
        return sum.parts().stream()
                .filter(shown)
                .min(bySize)
                .map(hidden::add)
                .orElseGet(() -> !totalHidden
                        && sizeOf(sum.total()) > 0
                        && !ambiguous(hiddenParts, 2)
                        && hidden.add(sum.total()));
    }

    /** Whether each of the hidden parts might, for all the total tells, be as large as {@code least}. */
    private boolean ambiguous(List<K> hiddenParts, int least) {
        if (hiddenParts.size() < 2) {
            return false;
        }
        int kinds = counts(hiddenParts.get(0)).length;
        for (int kind = 0; kind < kinds; kind++) {
            int parts = 0;
            int sum = 0;
            for (K part : hiddenParts) {
                int count = counts(part)[kind];
                parts += count > 0 ? 1 : 0;
                sum += count;
            }
            if (parts > 0 && sum - (parts - 1) < least) {
                return false;
            }
        }
        return true;
    }

    private int[] counts(K key) {
        int[] counts = cells.get(key);
        if (counts == null) {
            throw new IllegalStateException("No cell " + key);
        }
        return counts;
    }

    private int sizeOf(K key) {
        int size = 0;
        for (int count : counts(key)) {
            size += count;
        }
        return size;
    }
}
