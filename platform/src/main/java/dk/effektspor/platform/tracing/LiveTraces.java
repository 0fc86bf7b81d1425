package dk.effektspor.platform.tracing;

import dk.effektspor.shared.EventTrace;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.eventhandling.EventMessage;

/** Which events belong to a trace that is still being told. Nobody asks where no traces are told: it takes the metadata. */
public final class LiveTraces {

    private static final Duration LIVE = Duration.ofMinutes(2);

    LiveTraces() {}

    /** Whether a trace is to learn what becomes of the event; of one that cannot be read, none. */
    public boolean hasPart(EventMessage<?> event) {
        try {
            return event.getTimestamp().isAfter(Instant.now().minus(LIVE))
                    && event.getMetaData().containsKey(EventTrace.TRACE_PARENT);
        } catch (RuntimeException unreadable) {
            return false;
        }
    }
}
