package dk.effektspor.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.shared.EventSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConvoyTest {

    private static final int PAGE = 3;
    private static final int NEAR = 2 * PAGE;

    private final Convoy convoy = new Convoy(NEAR);
    private final List<RecentPages> logs = new ArrayList<>();
    private long stored = 30;

    @Test
    void a_reader_that_is_ahead_waits_for_the_one_behind_and_goes_on_with_it() {
        EventStream ahead = opened(-1);
        EventStream behind = opened(-1);
        int[] woken = {0};
        ahead.setOnAvailableCallback(() -> woken[0]++);

        assertThat(readAll(ahead)).isEqualTo(NEAR + PAGE);
        assertThat(read(behind, 1)).isEqualTo(1);
        assertThat(woken[0]).isPositive();
        assertThat(readAll(ahead)).isZero();
        read(behind, PAGE);
        assertThat(readAll(ahead)).isEqualTo(PAGE);
    }

    @Test
    void nobody_waits_for_one_who_has_left() {
        EventStream ahead = opened(-1);
        EventStream behind = opened(-1);
        readAll(ahead);

        behind.close();

        assertThat(readAll(ahead)).isEqualTo(stored - NEAR - PAGE);
    }

    @Test
    void nobody_waits_for_one_far_behind() {
        opened(-1);
        stored = 200;
        EventStream ahead = opened(150);
        assertThat(readAll(ahead)).isEqualTo(49);
    }

    @Test
    void who_has_come_to_the_end_waits_for_nobody() {
        EventStream live = opened(-1);
        readAll(live);
        opened(10);
        stored = 60;
        logs.forEach(RecentPages::wake);
        convoy.wakeAll();

        assertThat(readAll(live)).isEqualTo(30);
    }

    private EventStream opened(long after) {
        RecentPages log = new RecentPages(token ->
                page(token).stream().filter(event -> index(event) < stored).toList());
        logs.add(log);
        EventStream stream = new EventStream(log, new GlobalSequenceTrackingToken(after), convoy);
        convoy.join(stream);
        return stream;
    }

    private static int readAll(EventStream stream) {
        return read(stream, Integer.MAX_VALUE);
    }

    private static int read(EventStream stream, int most) {
        int read = 0;
        try {
            while (read < most && stream.hasNextAvailable()) {
                stream.nextAvailable();
                read++;
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return read;
    }

    private static long index(TrackedEventMessage<?> event) {
        return event.trackingToken().position().orElseThrow();
    }

    private static List<TrackedEventMessage<?>> page(@Nullable TrackingToken after) {
        long from = after == null ? 0 : after.position().orElse(-1) + 1;
        return LongStream.range(from, from + PAGE)
                .<TrackedEventMessage<?>>mapToObj(index -> new GenericTrackedDomainEventMessage<>(
                        new GlobalSequenceTrackingToken(index),
                        new GenericDomainEventMessage<>(
                                "CaseFile", "case", index, EventSamples.all().get(0))))
                .toList();
    }
}
