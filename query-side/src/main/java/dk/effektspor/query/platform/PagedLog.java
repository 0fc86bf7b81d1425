package dk.effektspor.query.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The log for a processor that takes it in by the page. All that Axon does for each message, which costs more than the
 * folding of an event, is then done for a thousand of them.
 */
final class PagedLog implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final StreamableMessageSource<TrackedEventMessage<?>> log;
    private final int pageSize;
    private final Predicate<EventMessage<?>> alone;

    /** @param alone which events are delivered by themselves */
    PagedLog(StreamableMessageSource<TrackedEventMessage<?>> log, int pageSize, Predicate<EventMessage<?>> alone) {
        this.log = log;
        this.pageSize = pageSize;
        this.alone = alone;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
        return new PagedStream(log.openStream(after), pageSize, alone);
    }

    @Override
    public @Nullable TrackingToken createTailToken() {
        return log.createTailToken();
    }

    @Override
    public @Nullable TrackingToken createHeadToken() {
        return log.createHeadToken();
    }

    @Override
    public @Nullable TrackingToken createTokenAt(Instant dateTime) {
        return log.createTokenAt(dateTime);
    }

    @Override
    public @Nullable TrackingToken createTokenSince(Duration duration) {
        return log.createTokenSince(duration);
    }
}
