package dk.effektspor.query.audit.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a paper tells of a case, in the reader's language, before a page is set.
 *
 * @param about who the case is about and who is responsible
 * @param summary where it stands, absent where what it is made of is withheld
 * @param leftOut registrations that are known but do not hold on the date asked for
 * @param erased whether the citizen's texts can be read by nobody any more
 */
record Dossier(
        String caseNumber,
        List<Fact> about,
        Span span,
        Made made,
        @Nullable Summary summary,
        List<Entry> entries,
        int leftOut,
        boolean erased,
        Seal seal) {

    /** By which clocks the case is told; absent dates mean now. */
    record Span(@Nullable LocalDate validAt, @Nullable Instant knownAt) {}

    /** When and by whom the paper was made. */
    record Made(Instant at, String by, String role) {}

    /**
     * The case on one page.
     *
     * @param steps names of the ladder's steps, the lowest first
     */
    record Summary(
            List<String> steps,
            List<Stay> stays,
            LocalDate until,
            List<Intervention> interventions,
            List<Compass> compasses) {}

    /** A time on one step; {@code until} is the first day no more on it, absent if still there. */
    record Stay(
            int step, String name, LocalDate from, @Nullable LocalDate until) {}

    /** An intervention and where it stands. */
    record Intervention(
            long version,
            String measure,
            int step,
            String tilbud,
            LocalDate decidedOn,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate endedOn,
            String status,
            boolean annulled) {}

    /** What one kind of rater read on one compass, dimension by dimension. */
    record Compass(String name, String rater, List<Reading> readings) {}

    /** First and latest score on one dimension, with their dates. */
    record Reading(String dimension, int count, Point first, Point latest) {}

    /** A score on a date. */
    record Point(LocalDate on, int score) {}

    Dossier {
        about = List.copyOf(about);
        entries = List.copyOf(entries);
    }
}
