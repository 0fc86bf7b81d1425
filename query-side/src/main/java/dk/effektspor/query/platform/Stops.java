package dk.effektspor.query.platform;

import dk.effektspor.platform.eventstore.StoreAway;
import dk.effektspor.platform.postgres.DatabaseFault;
import dk.effektspor.shared.EventTrace;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Projections that have stopped because an event could not be applied; only a person can start them again. */
final class Stops {

    private static final Logger LOG = LoggerFactory.getLogger(Stops.class);

    private final Map<String, Stop> stops = new ConcurrentHashMap<>();
    private final Processors processors;

    Stops(Processors processors) {
        this.processors = processors;
    }

    Optional<Stop> of(String group) {
        return Optional.ofNullable(stops.get(group));
    }

    void forget(String group) {
        stops.remove(group);
    }

    void onFailure(String group, @Nullable TrackingToken batchEnd, Throwable failure) {
        if (isStoreAway(failure)) {
            LOG.warn("Projection {} cannot reach its store and will try again: {}", group, failure.toString());
            return;
        }
        if (failure instanceof NotApplicable event) {
            stop(group, event.position(), event.correlation(), failure);
        } else {
            stop(group, CatchUp.position(batchEnd), Optional.empty(), failure);
        }
    }

    private void stop(String group, long position, Optional<String> correlation, Throwable failure) {
        // Asked before it is shut down: a processor that is reports no place.
        StreamingEventProcessor processor = processors.of(group);
        Optional<TrackingToken> reached = Processors.behindMost(processor).map(EventTrackerStatus::getTrackingToken);
        Stop stop = new Stop(position, failure.toString(), reached);
        if (stops.putIfAbsent(group, stop) == null) {
            // Events come by the page, so nothing but this line can be told from the request that led to one of them.
            correlation.ifPresent(id -> MDC.put(EventTrace.CORRELATION, id));
            try {
                LOG.error(
                        "Projection {} stopped at position {}: it cannot go on without this event",
                        group,
                        position,
                        failure);
            } finally {
                correlation.ifPresent(id -> MDC.remove(EventTrace.CORRELATION));
            }
            processor.shutdownAsync();
        }
    }

    /** Whether waiting may help; everything else would fail again in the same way. */
    static boolean isStoreAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnableToClaimTokenException) {
                return true;
            }
        }
        return MongoAway.isBehind(failure)
                || StoreAway.isBehind(failure)
                || DatabaseFault.behind(failure).isPresent();
    }

    /**
     * Where and why a projection stopped.
     *
     * @param position of the event it cannot take in
     * @param reached the last place kept before that; empty when the projection reported none
     */
    record Stop(long position, String cause, Optional<TrackingToken> reached) {}
}
