package dk.effektspor.query.ledger.check;

import dk.effektspor.query.ledger.Finding;
import java.time.Instant;
import java.util.List;

/**
 * What a full check has found.
 *
 * @param events compared
 * @param checkpoints compared
 */
public record Report(Instant at, long events, long checkpoints, long millis, List<Finding> findings) {

    public Report {
        findings = List.copyOf(findings);
    }

    /** Events checked in a second. */
    public long eventsPerSecond() {
        return events * 1000 / Math.max(1, millis);
    }
}
