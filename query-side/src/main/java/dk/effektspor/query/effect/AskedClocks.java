package dk.effektspor.query.effect;

import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.effect.facts.AsOf;
import dk.effektspor.query.effect.figure.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The two dates of a request, and which edition of the answer they lead to.
 *
 * <p>Whoever may see every case gets any two dates. Everybody else sees a question in three editions at most, so that what
 * a single event changed cannot be found by asking a day before and a day after: as it stands now, as true when its period
 * ended, and as it was known when its period was closed, at the end of the following quarter.
 *
 * @param everyDate whether the reader may see every case
 * @param now for what is left out
 */
record AskedClocks(@Nullable LocalDate validAt, @Nullable Instant knownAt, boolean everyDate, Instant now) {

    /** The day a period ends on when the request does not say. */
    LocalDate today() {
        return validAt != null ? validAt : LocalDate.ofInstant(knownAt != null ? knownAt : now, Asked.DENMARK);
    }

    /** The last whole year, as the default of a question about a year. */
    int lastYear() {
        return validAt != null ? validAt.plusDays(1).getYear() - 1 : today().getYear() - 1;
    }

    Edition of(Period period) {
        AsOf asked = new AsOf(validAt, knownAt);
        if (everyDate || asked.isPresent()) {
            return new Edition(period, asked, List.of());
        }
        return closed(validAt == null ? period : period.until(validAt));
    }

    /** The same for a question that tells of the last day of each quarter: each has a closing of its own. */
    Edition ofQuarters(Period period) {
        if (everyDate || new AsOf(validAt, knownAt).isPresent()) {
            return of(period);
        }
        return closed((validAt == null ? period : period.until(validAt)).lastQuarter());
    }

    private Edition closed(Period period) {
        Asked.possible(period);
        AsOf trueThen = new AsOf(period.to(), null);
        if (knownAt == null) {
            return new Edition(period, trueThen, List.of(AsOf.NOW));
        }
        return new Edition(period, new AsOf(period.to(), closing(period, knownAt)), List.of(AsOf.NOW, trueThen));
    }

    private Instant closing(Period period, Instant asked) {
        LocalDate closedOn = period.closedOn();
        Instant closing = Asked.endOf(closedOn);
        if (asked.isBefore(closing) || now.isBefore(closing)) {
            throw new Problem(403, "effect.not-closed", Map.of("to", period.to(), "closedOn", closedOn));
        }
        return closing;
    }
}
