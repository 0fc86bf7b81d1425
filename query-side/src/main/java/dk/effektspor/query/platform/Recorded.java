package dk.effektspor.query.platform;

import java.time.Instant;
import java.util.Map;

/**
 * What the event store knows of an event beside its payload.
 *
 * @param version the case's version with this event: the number of its events so far
 * @param recordedAt when we learnt it (registrering)
 * @param trace the event's metadata, keys as in {@link dk.effektspor.shared.EventTrace}; not changed by anybody
 */
public record Recorded(long version, String eventId, Instant recordedAt, Map<String, String> trace) {}
