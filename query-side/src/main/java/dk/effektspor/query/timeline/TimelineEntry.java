package dk.effektspor.query.timeline;

import dk.effektspor.platform.eventstore.StoredEntry;
import dk.effektspor.query.platform.ViewJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event as it stands in the record, its texts still sealed. It is kept as one line, its fields divided by tabs, which
 * JSON has only escaped: whoever looks for some entries among thousands need not parse the events of all.
 *
 * @param name the event's stored name
 * @param subject id of the intervention or scoring the event is about, so that a correction finds what it corrects
 * @param payload the event as JSON
 * @param trace who, through which program, in answer to which command; a JSON object of texts
 */
record TimelineEntry(
        long version,
        String eventId,
        String name,
        @Nullable String revision,
        LocalDate effectiveOn,
        Instant recordedAt,
        @Nullable String subject,
        String payload,
        String trace) {

    private static final int FIELDS = 9;

    /** What is kept of an event, as UTF-8. */
    static byte[] line(
            long version,
            String eventId,
            String name,
            @Nullable String revision,
            LocalDate effectiveOn,
            Instant recordedAt,
            @Nullable String subject,
            byte[] payload,
            byte[] trace) {
        String before = version + "\t" + eventId + '\t' + name + '\t' + orEmpty(revision) + '\t' + effectiveOn + '\t'
                + recordedAt + '\t' + orEmpty(subject) + '\t';
        byte[] fields = before.getBytes(StandardCharsets.UTF_8);
        // Of its very length, once: a line is made of every event.
        return ByteBuffer.allocate(fields.length + payload.length + 1 + trace.length)
                .put(fields)
                .put(payload)
                .put((byte) '\t')
                .put(trace)
                .array();
    }

    /** The entry that a line keeps. */
    static TimelineEntry of(String line) {
        String[] fields = new String[FIELDS];
        int from = 0;
        for (int field = 0; field < FIELDS - 1; field++) {
            int tab = line.indexOf('\t', from);
            fields[field] = line.substring(from, tab);
            from = tab + 1;
        }
        return new TimelineEntry(
                Long.parseLong(fields[0]),
                fields[1],
                fields[2],
                orNull(fields[3]),
                LocalDate.parse(fields[4]),
                StoredEntry.instant(fields[5]),
                orNull(fields[6]),
                fields[7],
                line.substring(from));
    }

    /** Keys as in {@link dk.effektspor.shared.EventTrace}. */
    Map<String, String> traced() {
        return ViewJson.texts(trace);
    }

    private static String orEmpty(@Nullable String field) {
        return field == null ? "" : field;
    }

    private static @Nullable String orNull(String field) {
        return field.isEmpty() ? null : field;
    }
}
