package dk.effektspor.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

class PagedStreamTest {

    private static final String ALONE = "alone";
    private static final String UNREADABLE = "unreadable";

    private final Available events = new Available();
    private final PagedStream pages =
            new PagedStream(events, 3, event -> event.getPayload().equals(ALONE));

    @Test
    void what_is_available_comes_in_pages_that_end_with_their_last_event_s_token() throws Exception {
        events.add("a", "b", "c", "d");

        TrackedEventMessage<?> first = pages.nextAvailable();
        assertThat(page(first).events()).hasSize(3);
        assertThat(first.trackingToken().position()).hasValue(2);
        page(first).taken().run();
        TrackedEventMessage<?> second = pages.nextAvailable();
        assertThat(page(second).events()).hasSize(1);
        assertThat(second.trackingToken().position()).hasValue(3);
    }

    @Test
    void the_next_full_page_is_there_when_the_one_before_is_taken_and_not_earlier() throws Exception {
        PagedStream pages = new PagedStream(events, 1_000, event -> false);
        int[] called = {0};
        pages.setOnAvailableCallback(() -> called[0]++);
        events.add(IntStream.range(0, 1_001).mapToObj(i -> "e").toArray(String[]::new));
        LogPage first = page(pages.nextAvailable());

        assertThat(pages.hasNextAvailable()).isFalse();
        assertThat(pages.peek()).isEmpty();
        first.taken().run();

        assertThat(called[0]).isEqualTo(1);
        assertThat(pages.hasNextAvailable()).isTrue();
    }

    @Test
    void an_event_that_goes_alone_keeps_its_place() throws Exception {
        events.add("a", ALONE, "b");

        LogPage before = page(pages.nextAvailable());
        assertThat(before.events()).hasSize(1);
        before.taken().run();
        assertThat(pages.nextAvailable().getPayload()).isEqualTo(ALONE);
        assertThat(page(pages.nextAvailable()).events()).hasSize(1);
    }

    @Test
    void what_comes_before_an_unreadable_event_is_delivered_and_then_it_is_told_each_time() throws Exception {
        events.add("a", UNREADABLE);

        LogPage before = page(pages.nextAvailable());
        assertThat(before.events()).hasSize(1);
        before.taken().run();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(pages::hasNextAvailable).hasMessage(UNREADABLE);
        }
    }

    private static LogPage page(TrackedEventMessage<?> message) {
        return (LogPage) message.getPayload();
    }

    private static final class Available implements BlockingStream<TrackedEventMessage<?>> {

        private final Deque<TrackedEventMessage<?>> events = new ArrayDeque<>();

        void add(String... payloads) {
            IntStream.range(0, payloads.length)
                    .forEach(i -> events.add(new GenericTrackedEventMessage<>(
                            new GlobalSequenceTrackingToken(i), GenericEventMessage.asEventMessage(payloads[i]))));
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            TrackedEventMessage<?> next = events.peek();
            if (next != null && next.getPayload().equals(UNREADABLE)) {
                throw new IllegalStateException(UNREADABLE);
            }
            return Optional.ofNullable(next);
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            return peek().isPresent();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            return events.remove();
        }

        @Override
        public void close() {}
    }
}
