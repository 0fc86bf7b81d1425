package dk.effektspor.query.effect.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleStatisticsTest {

    @Test
    void mean_deviation_and_margin_are_those_of_the_text_book() {
        SampleStatistics sample = of(2, 4, 4, 4, 5, 5, 7, 9);

        assertThat(sample.mean()).isEqualTo(5.0);
        assertThat(sample.standardDeviation()).isCloseTo(Math.sqrt(32.0 / 7), within(1e-12));
        // t(0.975; 7) = 2.3646 in every table.
        assertThat(sample.margin()).isCloseTo(2.364624 * Math.sqrt(32.0 / 7 / 8), within(1e-5));
    }

    @Test
    void five_who_all_held_their_level_have_no_spread() {
        SampleStatistics sample = of(0, 0, 0, 0, 0);

        assertThat(sample.standardDeviation()).isZero();
        assertThat(sample.margin()).isZero();
    }

    @Test
    void large_samples_lose_nothing_to_rounding() {
        SampleStatistics sample =
                of(IntStream.range(0, 100_000).map(i -> 9 - i % 2).toArray());

        assertThat(sample.standardDeviation()).isCloseTo(0.5 * Math.sqrt(100_000.0 / 99_999), within(1e-12));
    }

    private static SampleStatistics of(int... values) {
        return IntStream.of(values).boxed().reduce(SampleStatistics.NONE, SampleStatistics::plus, (a, b) -> a);
    }
}
