package dk.effektspor.query.platform;

import java.util.Comparator;
import java.util.Optional;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.springframework.beans.factory.ObjectProvider;

/** Axon's processors of the projections, and whether their places are kept. */
record Processors(ObjectProvider<EventProcessingConfiguration> processing) {

    StreamingEventProcessor of(String group) {
        return processing
                .getObject()
                .eventProcessor(group, StreamingEventProcessor.class)
                .orElseThrow(() -> new IllegalStateException("No processor for " + group));
    }

    /** The segment furthest behind; empty when none is claimed, as of a processor that is shut down. */
    static Optional<EventTrackerStatus> behindMost(StreamingEventProcessor processor) {
        return processor.processingStatus().values().stream()
                .min(Comparator.comparingLong(
                        segment -> segment.getCurrentPosition().orElse(-1)));
    }

    /** Whether the views' database knows how far the projection has come. */
    boolean hasToken(String group) {
        return processing.getObject().tokenStore(group).fetchSegments(group).length > 0;
    }
}
