package dk.effektspor.platform.eventstore;

import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/** An event store that can tell when an event was recorded without reading it. */
public interface NextRecorded {

    /** When the event that follows the token was recorded; empty at the end of the log. */
    Optional<Instant> recordedAfter(@Nullable TrackingToken token);
}
