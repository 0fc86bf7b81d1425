package dk.effektspor.platform.eventstore;

import dk.effektspor.platform.StartRefused;
import java.time.Duration;

/**
 * When no event can be skipped. An index is drawn before its event is visible. A reader that meets event Y forgets the
 * missing ones before it once Y is older than the gap time-out. A transaction X with a smaller index began before Y drew
 * its own, at most one transaction time-out after Y's recording time, and is over one more later: so twice the
 * transaction time-out, and room for clocks that differ, must fit into the gap time-out.
 */
final class GapRule {

    private static final Duration CLOCKS = Duration.ofSeconds(10);

    private GapRule() {}

    static void check(Duration transactionTimeout, Duration gapTimeout) {
        Duration needed = transactionTimeout.multipliedBy(2).plus(CLOCKS);
        if (gapTimeout.compareTo(needed) < 0) {
            throw new StartRefused(
                    "effektspor.eventstore.gap-timeout er " + gapTimeout.toSeconds() + " s, men skal være mindst "
                            + needed.toSeconds() + " s: to gange effektspor.postgres.transaction-timeout og 10 s.",
                    "effektspor.eventstore.gap-timeout is " + gapTimeout.toSeconds() + " s but must be at least "
                            + needed.toSeconds() + " s: twice effektspor.postgres.transaction-timeout and 10 s.");
        }
    }
}
