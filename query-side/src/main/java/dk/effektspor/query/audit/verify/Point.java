package dk.effektspor.query.audit.verify;

import dk.effektspor.query.clocks.AskedClocks;
import dk.effektspor.query.clocks.Fact;
import dk.effektspor.query.clocks.TwoClocks;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in its history the case is asked for.
 *
 * @param at sequence number of the last event that counts
 * @param validAt the date on which it is to have been true
 * @param knownAt a day or an instant by which it was known
 */
record Point(
        @Nullable Long at,
        @Nullable String validAt,
        @Nullable String knownAt) {

    static final Point NONE = new Point(null, null, null);

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    /**
     * The same with one more option, however its value reads.
     *
     * @throws IllegalArgumentException if the value is not of the option's form
     * @throws dk.effektspor.platform.web.Problem likewise
     */
    Point with(String option, String value) {
        Point next = switch (option) {
            case "--at" -> new Point(sequence(value), validAt, knownAt);
            case "--valid-at" -> new Point(at, value, knownAt);
            case "--known-at" -> new Point(at, validAt, value);
            default -> throw new IllegalArgumentException(option);
        };
        next.clocks();
        return next;
    }

    private static long sequence(String value) {
        long sequence = Long.parseLong(value);
        if (sequence < 0) {
            throw new IllegalArgumentException(value);
        }
        return sequence;
    }

    /** Whether both a sequence number and a date are given: there can be one point only. */
    boolean isTwo() {
        return at != null && (validAt != null || knownAt != null);
    }

    /** Whether the point is an event that a case of so many events does not have. */
    boolean isBeyond(int events) {
        return at != null && at >= events;
    }

    boolean isAsked() {
        return at != null || validAt != null || knownAt != null;
    }

    /** The facts that count; none if there was no case yet. */
    List<Fact> of(List<Fact> history) {
        List<Fact> there = at == null
                ? history
                : history.stream()
                        .filter(fact -> fact.recorded().version() <= at + 1)
                        .toList();
        return clocks().of(there);
    }

    /** The date whose position is told: by the clocks that are asked, or that on which the last fact was recorded. */
    LocalDate on(List<Fact> facts) {
        return clocks().date(facts.get(facts.size() - 1)
                .recorded()
                .recordedAt()
                .atZone(DENMARK)
                .toLocalDate());
    }

    private TwoClocks clocks() {
        return AskedClocks.of(validAt, knownAt);
    }
}
