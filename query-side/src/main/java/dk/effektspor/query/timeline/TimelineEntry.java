package dk.effektspor.query.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event as it stands in the record, its texts still sealed.
 *
 * @param name the event's stored name
 * @param subject id of the intervention or scoring the event is about, so that a correction finds what it corrects
 * @param payload the event as JSON
 * @param trace who, through which program, in answer to which command
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
        Map<String, String> trace) {}
