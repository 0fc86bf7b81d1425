package dk.effektspor.command.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.command.erasure.ErasureAnswer.Subscriber;
import dk.effektspor.platform.operations.ReadSideReport;
import dk.effektspor.platform.operations.ReadSideReport.Projection;
import dk.effektspor.platform.operations.ReadSideReport.ReadSide;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SubscribersTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant ERASED = NOW.minusSeconds(30);

    @Test
    void who_has_taken_in_everything_has_acknowledged() {
        assertThat(told(view(0L, 0.0), ERASED)).containsExactly(new Subscriber("timeline-view", true));
    }

    @Test
    void who_lacks_an_event_from_before_the_erasure_has_not() {
        assertThat(told(view(1L, 31.0), ERASED)).containsExactly(new Subscriber("timeline-view", false));
    }

    /** The erasure itself may be what is lacking. */
    @Test
    void who_lacks_an_event_of_the_same_second_has_not() {
        assertThat(told(view(1L, 30.0), ERASED)).containsExactly(new Subscriber("timeline-view", false));
        assertThat(told(view(1L, 29.2), ERASED)).containsExactly(new Subscriber("timeline-view", false));
    }

    @Test
    void who_lacks_only_what_came_later_has_acknowledged() {
        assertThat(told(view(5L, 20.0), ERASED)).containsExactly(new Subscriber("timeline-view", true));
    }

    @Test
    void what_is_not_recorded_nobody_has_acknowledged() {
        assertThat(told(view(0L, 0.0), null)).containsExactly(new Subscriber("timeline-view", false));
    }

    @Test
    void of_whom_it_is_not_known_how_far_they_are_it_is_not_said_that_they_have() {
        assertThat(told(view(null, null), ERASED)).containsExactly(new Subscriber("timeline-view", false));
    }

    @Test
    void each_is_told_of_by_itself_and_where_the_read_side_runs_apart_nobody() {
        Projection slow = new Projection("effect-view", 3L, 9L, 6L, 600.0, true, null);

        assertThat(told(new ReadSide(true, "7.0", false, List.of(view(0L, 0.0), slow)), ERASED))
                .containsExactly(new Subscriber("timeline-view", true), new Subscriber("effect-view", false));
        assertThat(new Subscribers(Optional.empty(), clock()).of(ERASED)).isEmpty();
    }

    private static Projection view(@Nullable Long lagEvents, @Nullable Double lagSeconds) {
        return new Projection("timeline-view", 3L, 9L, lagEvents, lagSeconds, true, null);
    }

    private static List<Subscriber> told(Projection projection, @Nullable Instant erasedAt) {
        return told(new ReadSide(true, "7.0", false, List.of(projection)), erasedAt);
    }

    private static List<Subscriber> told(ReadSide readSide, @Nullable Instant erasedAt) {
        ReadSideReport report = () -> readSide;
        return new Subscribers(Optional.of(report), clock()).of(erasedAt);
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
