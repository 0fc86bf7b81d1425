package dk.effektspor.query.audit.replay;

import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.clocks.AskedClocks;
import dk.effektspor.query.clocks.Fact;
import dk.effektspor.query.clocks.TwoClocks;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A point from which a case is looked at: just after one of its events, or by the two clocks.
 *
 * @param at sequence of the event, from 0; absent if the clocks say it
 */
record Point(@Nullable Long at, TwoClocks clocks) {

    private static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    /**
     * The point that these parameters name.
     *
     * @param prefix what stands before their names, such as {@code from.}
     * @throws Problem 400 {@code audit.one-point} if both a sequence and a date are given
     */
    static Point of(String prefix, @Nullable Long at, @Nullable String validAt, @Nullable String knownAt) {
        if (at != null && (validAt != null || knownAt != null)) {
            throw new Problem(400, "audit.one-point", Map.of("parameter", prefix + "at"));
        }
        return new Point(
                at,
                new TwoClocks(
                        validAt == null ? null : AskedClocks.date(prefix + "validAt", validAt),
                        knownAt == null ? null : AskedClocks.instant(prefix + "knownAt", knownAt)));
    }

    /**
     * The facts seen from here.
     *
     * @throws Problem 404 {@code audit.unknown-sequence}, 404 {@code clocks.not-yet}
     */
    List<Fact> of(List<Fact> history) {
        if (at != null) {
            if (at < 0 || at >= history.size()) {
                throw new Problem(404, "audit.unknown-sequence", Map.of("last", history.size() - 1));
            }
            return history.subList(0, Math.toIntExact(at) + 1);
        }
        List<Fact> facts = clocks.of(history);
        if (facts.isEmpty()) {
            throw new Problem(404, "clocks.not-yet", Map.of());
        }
        return facts;
    }

    /** The day on which a position is taken: of a sequence the day its event was recorded. */
    LocalDate date(List<Fact> facts, LocalDate today) {
        return at == null
                ? clocks.date(today)
                : LocalDate.ofInstant(facts.get(facts.size() - 1).recorded().recordedAt(), DENMARK);
    }
}
