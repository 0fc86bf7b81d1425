package dk.effektspor.query.audit.verify;

import dk.effektspor.query.caseview.CaseState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in its history the case is asked for.
 *
 * @param at sequence number of the last event that counts
 * @param validAt the date on which it is to have been true
 * @param knownAt the moment at which it was known
 */
record Point(
        @Nullable Long at,
        @Nullable LocalDate validAt,
        @Nullable Instant knownAt) {

    static final Point NONE = new Point(null, null, null);

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    /** @throws IllegalArgumentException if there is no such option or the value is none of its kind */
    Point with(String option, String value) {
        return switch (option) {
            case "--at" -> new Point(Long.parseLong(value), validAt, knownAt);
            case "--valid-at" -> new Point(at, LocalDate.parse(value), knownAt);
            case "--known-at" -> new Point(at, validAt, moment(value));
            default -> throw new IllegalArgumentException(option);
        };
    }

    boolean isAsked() {
        return at != null || validAt != null || knownAt != null;
    }

    /** The date whose position is told: the one asked for, or that on which the last event was recorded. */
    LocalDate on(List<CaseState.Step> steps) {
        return validAt != null
                ? validAt
                : steps.get(steps.size() - 1)
                        .recorded()
                        .recordedAt()
                        .atZone(DENMARK)
                        .toLocalDate();
    }

    /** The events that count. */
    List<CaseState.Step> of(List<CaseState.Step> steps) {
        List<CaseState.Step> known = new ArrayList<>();
        for (CaseState.Step step : steps) {
            if (at != null && step.recorded().version() > at + 1) {
                break;
            }
            if (knownAt != null && step.recorded().recordedAt().isAfter(knownAt)) {
                break;
            }
            known.add(step);
        }
        return known;
    }

    /** A date means the end of that day in Denmark. */
    private static Instant moment(String value) {
        return value.contains("T")
                ? Instant.parse(value)
                : LocalDate.parse(value)
                        .plusDays(1)
                        .atStartOfDay(DENMARK)
                        .toInstant()
                        .minusNanos(1);
    }
}
