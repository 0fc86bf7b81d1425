package dk.effektspor.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(50);

    private final Gathering gathering = new Gathering(SHORTEST);

    @Test
    void the_time_doubles_while_events_come_fast_and_never_exceeds_four_times_the_shortest() {
        for (int times : new int[] {2, 4, 4, 4}) {
            gathering.gathered(Gathering.MANY * (int) (gathering.nanos() / SHORTEST) + 1, gathering.nanos());

            assertThat(gathering.nanos()).isEqualTo(times * SHORTEST);
        }
    }

    @Test
    void it_is_the_rate_that_counts_and_not_how_many_came_in_the_longer_time() {
        gathering.gathered(2 * Gathering.MANY, SHORTEST);
        gathering.gathered(2 * Gathering.MANY, gathering.nanos());

        assertThat(gathering.nanos()).isEqualTo(SHORTEST);
    }

    @Test
    void a_pause_makes_it_the_shortest_at_once() {
        gathering.gathered(1_000, SHORTEST);
        gathering.gathered(1_000, SHORTEST);
        gathering.gathered(1, TimeUnit.SECONDS.toNanos(1));

        assertThat(gathering.nanos()).isEqualTo(SHORTEST);
    }
}
