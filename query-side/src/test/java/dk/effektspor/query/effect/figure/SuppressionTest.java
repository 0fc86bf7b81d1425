package dk.effektspor.query.effect.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SuppressionTest {

    private static final int MINIMUM = 5;

    @Test
    void a_cell_under_the_minimum_takes_the_smallest_other_with_it() {
        assertThat(hidden(20, 3, 9, 8)).containsExactlyInAnyOrder("0", "2");
    }

    @Test
    void nothing_is_hidden_where_all_are_large_enough() {
        assertThat(hidden(18, 5, 6, 7)).isEmpty();
    }

    @Test
    void an_empty_cell_hides_nobody_and_is_shown() {
        assertThat(hidden(20, 3, 9, 8, 0)).containsExactlyInAnyOrder("0", "2");
    }

    @Test
    void two_small_cells_that_the_total_gives_away_take_a_third() {
        // 1 + 1 = 2 would tell both.
        assertThat(hidden(17, 1, 1, 6, 9)).containsExactlyInAnyOrder("0", "1", "2");
    }

    @Test
    void two_small_cells_that_may_be_large_for_all_one_knows_stand_alone() {
        assertThat(hidden(23, 4, 4, 6, 9)).containsExactlyInAnyOrder("0", "1");
    }

    @Test
    void a_total_with_a_single_part_goes_with_it() {
        assertThat(hidden(4, 4)).containsExactlyInAnyOrder("total", "0");
    }

    @Test
    void a_part_of_a_hidden_total_is_hidden_too() {
        Suppression<String> suppression = new Suppression<>(MINIMUM);
        suppression.cell("all", 30);
        suppression.cell("a", 3);
        suppression.cell("b", 7);
        suppression.cell("b1", 7);
        suppression.cell("c", 20);
        suppression.sum("all", List.of("a", "b", "c"));
        suppression.sum("b", List.of("b1"));

        assertThat(suppression.hidden()).containsExactlyInAnyOrder("a", "b", "b1");
    }

    private static Set<String> hidden(int total, int... parts) {
        Suppression<String> suppression = new Suppression<>(MINIMUM);
        suppression.cell("total", total);
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            suppression.cell("" + i, parts[i]);
            keys.add("" + i);
        }
        suppression.sum("total", keys);
        return suppression.hidden();
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 2000);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void no_hidden_cell_of_a_tree_can_be_computed_from_what_is_shown(long seed) {
        Tree tree = new Tree(new Random(seed));
        Set<Integer> hidden = tree.suppression.hidden();
        tree.size.forEach((cell, n) ->
                assertThat(hidden.contains(cell) || n == 0 || n >= MINIMUM).isTrue());
        List<Integer> unknown = hidden.stream().sorted().toList();
        double[][] reduced = reduce(tree.equations(unknown));
        for (double[] row : reduced) {
            long terms = Arrays.stream(row).filter(x -> Math.abs(x) > 1e-9).count();
            assertThat(terms).as("an equation with one unknown tells it").isNotEqualTo(1);
        }
    }

    /** Cells under one another, at random. */
    private static final class Tree {

        private final Random random;
        private final Suppression<Integer> suppression = new Suppression<>(MINIMUM);
        private final Map<Integer, Integer> size = new HashMap<>();
        private final Map<Integer, List<Integer>> parts = new HashMap<>();

        Tree(Random random) {
            this.random = random;
            grow(0);
            size.forEach((cell, n) -> suppression.cell(cell, n));
            parts.forEach(suppression::sum);
        }

        private int grow(int depth) {
            int cell = size.size();
            size.put(cell, 0);
            if (depth == 3 || (depth > 0 && random.nextInt(3) == 0)) {
                size.put(cell, random.nextInt(random.nextBoolean() ? 5 : 30));
                return cell;
            }
            List<Integer> children = new ArrayList<>();
            int count = 1 + random.nextInt(4);
            for (int i = 0; i < count; i++) {
                children.add(grow(depth + 1));
            }
            parts.put(cell, children);
            size.put(
                    cell,
                    children.stream().mapToInt(c -> size.getOrDefault(c, 0)).sum());
            return cell;
        }

        double[][] equations(List<Integer> unknown) {
            List<double[]> rows = new ArrayList<>();
            parts.forEach((total, children) -> {
                double[] row = new double[unknown.size()];
                children.stream().filter(unknown::contains).forEach(c -> row[unknown.indexOf(c)] += 1);
                if (unknown.contains(total)) {
                    row[unknown.indexOf(total)] -= 1;
                }
                rows.add(row);
            });
            return rows.toArray(double[][]::new);
        }
    }

    /** Gauss and Jordan: afterwards a row with one term is all that can be concluded about a single unknown. */
    private static double[][] reduce(double[][] rows) {
        int rank = 0;
        for (int column = 0; rows.length > 0 && column < rows[0].length && rank < rows.length; column++) {
            int pivot = rank;
            while (pivot < rows.length && Math.abs(rows[pivot][column]) < 1e-9) {
                pivot++;
            }
            if (pivot < rows.length) {
                double[] lead = rows[pivot];
                rows[pivot] = rows[rank];
                rows[rank] = lead;
                double by = lead[column];
                for (int i = 0; i < lead.length; i++) {
                    lead[i] /= by;
                }
                for (double[] row : rows) {
                    double times = row[column];
                    if (row != lead && Math.abs(times) > 1e-9) {
                        for (int i = 0; i < row.length; i++) {
                            row[i] -= times * lead[i];
                        }
                    }
                }
                rank++;
            }
        }
        return rows;
    }
}
