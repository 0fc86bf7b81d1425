package dk.effektspor.query.ledger;

import dk.effektspor.platform.web.ProblemTexts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down when the record is not what it was, or nobody looks whether it is, or nothing is signed. The service goes on
 * answering: readiness does not ask here.
 */
final class LedgerHealth implements HealthIndicator {

    private static final int TOLD = 10;

    private final LedgerWatch watch;
    private final ProblemTexts texts;

    LedgerHealth(LedgerWatch watch, ProblemTexts texts) {
        this.watch = watch;
        this.texts = texts;
    }

    @Override
    public Health health() {
        List<Finding> findings = watch.findings();
        LedgerRounds rounds = watch.rounds();
        boolean watched = rounds.checking() == null && rounds.signing() == null;
        Health.Builder health = findings.isEmpty() && watched ? Health.up() : Health.down();
        health.withDetail("size", watch.size()).withDetail("signing", watch.isSigning());
        watch.newest().ifPresent(newest -> health.withDetail("newestCheckpoint", newest.date()));
        if (!findings.isEmpty()) {
            health.withDetail("findings", findings.size())
                    .withDetail(
                            "first",
                            findings.stream()
                                    .limit(TOLD)
                                    .map(finding -> finding.sentence(texts, ProblemTexts.ENGLISH))
                                    .toList());
        }
        tell(health, "trouble", watch.trouble());
        tell(health, "checkTrouble", rounds.checking());
        tell(health, "signingTrouble", rounds.signing());
        tell(health, "witnessTrouble", rounds.witness());
        return health.build();
    }

    private static void tell(Health.Builder health, String detail, @Nullable String trouble) {
        if (trouble != null) {
            health.withDetail(detail, trouble);
        }
    }
}
