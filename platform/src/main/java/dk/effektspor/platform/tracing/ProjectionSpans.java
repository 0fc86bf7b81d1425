package dk.effektspor.platform.tracing;

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

    private final SpanFactory spans;
    private final LiveTraces live;

    ProjectionSpans(SpanFactory spans, LiveTraces live) {
        this.spans = spans;
        this.live = live;
    }

    @Override
    public Span createBatchSpan(boolean streaming, List<? extends EventMessage<?>> events) {
        // Events of many traces share a batch.
        return NoOpSpan.INSTANCE;
    }

    @Override
    public Span createProcessEventSpan(boolean streaming, EventMessage<?> event) {
        return live.hasPart(event)
                ? spans.createChildHandlerSpan(() -> "Projection.process", event)
                : NoOpSpan.INSTANCE;
    }
}
