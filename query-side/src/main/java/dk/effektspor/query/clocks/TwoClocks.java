package dk.effektspor.query.clocks;

import dk.effektspor.shared.CaseEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From where a case is looked at: as true on one date (virkning), as known at one instant (registrering).
 *
 * @param validAt the date; without, every date counts, future ones included
 * @param knownAt the instant; without, all that is known counts
 */
public record TwoClocks(
        @Nullable LocalDate validAt, @Nullable Instant knownAt) {

    /** As everything is known, on every date. */
    public static final TwoClocks NOW = new TwoClocks(null, null);

    /** Whether nothing is asked but the present state. */
    public boolean isPresent() {
        return validAt == null && knownAt == null;
    }

    /** The day on which a position is taken: the date asked for, or else the day of what was known. */
    public LocalDate date(LocalDate today) {
        if (validAt != null) {
            return validAt;
        }
        return knownAt == null ? today : LocalDate.ofInstant(knownAt, AskedClocks.DENMARK);
    }

    /**
     * The facts of one case that held on the date as they were known then, in the order in which a view folds them. Any
     * view at these clocks is the ordinary fold over what this returns.
     *
     * @param history all facts of the case, in the order in which they were recorded
     */
    public List<Fact> of(List<Fact> history) {
        List<Fact> known = knownAt == null ? history : Known.at(knownAt, history);
        return validAt == null ? known : Holding.on(validAt, known, Fact::event);
    }

    /** The same for a view that keeps nothing but the events: those that held on a date, of all that are known. */
    public static List<CaseEvent> heldOn(LocalDate date, List<CaseEvent> known) {
        return Holding.on(date, known, event -> event);
    }
}
