package dk.effektspor.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.shared.EventSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecentPagesTest {

    private final List<TrackedEventMessage<?>> stored = new ArrayList<>();
    private int readings;
    private final RecentPages pages = new RecentPages(this::read);

    @Test
    void a_page_is_read_once_for_all_who_come_to_it() {
        store(5);
        assertThat(pages.after(at(-1))).hasSize(3).isSameAs(pages.after(at(-1)));
        assertThat(pages.after(at(2))).hasSize(2).isSameAs(pages.after(at(2)));
        assertThat(readings).isEqualTo(2);
    }

    @Test
    void that_nothing_follows_holds_until_the_next_wake_only() {
        store(2);
        assertThat(pages.after(at(1))).isEmpty();
        store(1);
        assertThat(pages.after(at(1))).isEmpty();
        assertThat(readings).isEqualTo(1);
        pages.wake();
        assertThat(pages.after(at(1))).hasSize(1);
        assertThat(readings).isEqualTo(2);
    }

    @Test
    void a_failed_reading_is_not_remembered() {
        RecentPages failing = new RecentPages(token -> {
            readings++;
            throw new IllegalStateException("away");
        });
        for (int i = 1; i <= 2; i++) {
            assertThatThrownBy(() -> failing.after(at(-1))).hasMessage("away");
            assertThat(readings).isEqualTo(i);
        }
    }

    @Test
    void only_the_latest_pages_are_kept() {
        store(3 * 100);
        IntStream.range(0, 100).forEach(page -> pages.after(at(page * 3 - 1)));
        pages.after(at(-1));
        assertThat(readings).isEqualTo(101);
    }

    private List<TrackedEventMessage<?>> read(@Nullable TrackingToken after) {
        readings++;
        int from = after == null ? 0 : (int) after.position().orElseThrow() + 1;
        return List.copyOf(stored.subList(from, Math.min(stored.size(), from + 3)));
    }

    private void store(int count) {
        for (int i = 0; i < count; i++) {
            int sequence = stored.size();
            stored.add(new GenericTrackedDomainEventMessage<>(
                    at(sequence),
                    new GenericDomainEventMessage<>(
                            "CaseFile", "case", sequence, EventSamples.all().get(0))));
        }
    }

    private static TrackingToken at(long position) {
        return new GlobalSequenceTrackingToken(position);
    }
}
