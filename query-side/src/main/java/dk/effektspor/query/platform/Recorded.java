package dk.effektspor.query.platform;

import java.time.Instant;
import java.util.Map;

/**
 * What the event store knows of an event beside its payload.
 *
 * @param version the case's version with this event: the number of its events so far
 * @param recordedAt when we learnt it (registrering)
 * @param json the event and its metadata as JSON
 */
public record Recorded(long version, String eventId, Instant recordedAt, RecordedJson json) {

    /** Of an event whose metadata have been read. */
    public Recorded(long version, String eventId, Instant recordedAt, Map<String, String> trace) {
        this(version, eventId, recordedAt, new RecordedJson.WrittenAnew(trace));
    }

    /** The event's metadata, keys as in {@link dk.effektspor.shared.EventTrace}; not changed by anybody. */
    public Map<String, String> trace() {
        return json.trace();
    }
}
