package dk.effektspor.query.ledger;

import dk.effektspor.platform.web.ProblemTexts;
import dk.effektspor.query.ledger.check.Report;
import dk.effektspor.query.ledger.checkpoint.KeptCheckpoint;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the ledger is.
 *
 * @param ok whether nothing was found
 * @param size events in it
 * @param lag places in the store it is behind
 * @param signing whether checkpoints are signed
 */
record LedgerStatus(
        boolean ok,
        String origin,
        long size,
        long lag,
        boolean signing,
        @Nullable Newest newestCheckpoint,
        @Nullable LastCheck lastCheck,
        List<Found> findings) {

    /** The newest checkpoint, and how many have signed it. */
    record Newest(Instant madeAt, long size, int signatures) {}

    /** The last check of everything. */
    record LastCheck(Instant at, long events, long checkpoints, long eventsPerSecond) {}

    /** One finding in words. */
    record Found(String code, String what, Map<String, Object> facts) {}

    static LedgerStatus of(LedgerWatch watch, String origin, ProblemTexts texts, Locale language) {
        List<Finding> findings = watch.findings();
        return new LedgerStatus(
                findings.isEmpty(),
                origin,
                watch.size(),
                watch.lag(),
                watch.isSigning(),
                watch.newest().map(LedgerStatus::told).orElse(null),
                watch.lastCheck().map(LedgerStatus::told).orElse(null),
                findings.stream()
                        .map(finding -> new Found(
                                finding.code(), finding.sentence(texts, language), new TreeMap<>(finding.facts())))
                        .toList());
    }

    private static Newest told(KeptCheckpoint newest) {
        return new Newest(
                newest.madeAt(),
                newest.checkpoint().size(),
                newest.note().signatures().size());
    }

    private static LastCheck told(Report report) {
        return new LastCheck(report.at(), report.events(), report.checkpoints(), report.eventsPerSecond());
    }
}
