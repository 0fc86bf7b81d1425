package dk.effektspor.query.platform;

import org.axonframework.config.EventProcessingConfiguration;
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

    /** Whether the views' database knows how far the projection has come. */
    boolean hasToken(String group) {
        return processing.getObject().tokenStore(group).fetchSegments(group).length > 0;
    }
}
