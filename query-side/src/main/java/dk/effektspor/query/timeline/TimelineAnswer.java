package dk.effektspor.query.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A page of a case's timeline; {@code next} is absent on the last. */
record TimelineAnswer(
        long version, List<Happening> entries, @Nullable String next) {

    /**
     * Something that happened.
     *
     * @param effectiveOn when it was true (virkning)
     * @param recordedAt when we learnt it (registrering)
     * @param sourceRecordedAt when the former system learnt it, for an imported fact
     * @param why the reason given, opened
     * @param corrects version of the entry this one replaces or annuls
     * @param correctedBy versions of the entries that replace or annul this one
     */
    record Happening(
            long version,
            String eventId,
            String event,
            @Nullable String revision,
            LocalDate effectiveOn,
            Instant recordedAt,
            @Nullable String sourceRecordedAt,
            String sentence,
            @Nullable String why,
            Who who,
            JsonNode details,
            @Nullable Long corrects,
            List<Long> correctedBy) {}

    /** Who did it, through what, in answer to which command. */
    record Who(
            @Nullable String actor,
            @Nullable String role,
            @Nullable String unit,
            @Nullable String client,
            @Nullable String command,
            @Nullable String commandId,
            @Nullable String correlation,
            @Nullable String causation) {}
}
