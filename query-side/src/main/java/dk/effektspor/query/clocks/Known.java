package dk.effektspor.query.clocks;

import java.time.Instant;
import java.util.List;

/** What was known of a case at an instant. */
final class Known {

    private Known() {}

    /**
     * The longest beginning of the history that was recorded by then. Clocks of several servers may differ: a fact is
     * not known before those that it followed.
     */
    static List<Fact> at(Instant instant, List<Fact> history) {
        int known = 0;
        while (known < history.size()
                && !history.get(known).recorded().recordedAt().isAfter(instant)) {
            known++;
        }
        return history.subList(0, known);
    }
}
