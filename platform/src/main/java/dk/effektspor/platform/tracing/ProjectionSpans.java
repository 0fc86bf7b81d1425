package dk.effektspor.platform.tracing;

import dk.effektspor.shared.EventTrace;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.tracing.NoOpSpanFactory.NoOpSpan;
import org.axonframework.tracing.Span;
import org.axonframework.tracing.SpanFactory;

/**
 * A projection's part of the trace that its event came from. Years later, when the view is built again from the same event,
 * that trace is long over and nothing is added to it.
 */
final class ProjectionSpans implements EventProcessorSpanFactory {

    private static final Duration LIVE = Duration.ofMinutes(2);

    private final SpanFactory spans;

    ProjectionSpans(SpanFactory spans) {
        this.spans = spans;
    }

    @Override
    public Span createBatchSpan(boolean streaming, List<? extends EventMessage<?>> events) {
        // Events of many traces share a batch.
        return NoOpSpan.INSTANCE;
    }

    @Override
    public Span createProcessEventSpan(boolean streaming, EventMessage<?> event) {
        boolean isPartOfATrace = event.getMetaData().containsKey(EventTrace.TRACE_PARENT)
                && event.getTimestamp().isAfter(Instant.now().minus(LIVE));
        return isPartOfATrace ? spans.createChildHandlerSpan(() -> "Projection.process", event) : NoOpSpan.INSTANCE;
    }
}
