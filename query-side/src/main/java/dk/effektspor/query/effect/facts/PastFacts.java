package dk.effektspor.query.effect.facts;

import dk.effektspor.query.clocks.TwoClocks;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Derives facts as of two dates: the log up to what was known, of that what holds on the date, folded as ever. Nothing
 * else than the log is asked, so the answer is that of a projection that was fed no more.
 */
final class PastFacts {

    private PastFacts() {}

    static Snapshot of(Collection<CaseLog> cases, AsOf asOf) {
        Instant knownAt = asOf.knownAt();
        long millis = knownAt == null ? Long.MAX_VALUE : knownAt.toEpochMilli();
        LocalDate validAt = asOf.validAt();
        List<OfCase> known = cases.parallelStream()
                .map(log -> of(log, millis, validAt))
                .filter(OfCase::isKnown)
                .toList();
        return new Snapshot(
                known.stream().map(OfCase::facts).filter(Objects::nonNull).toList(),
                known.stream().map(OfCase::version).toList());
    }

    private record OfCase(CaseVersion version, @Nullable EffectFacts facts) {

        boolean isKnown() {
            return version.version() > 0;
        }
    }

    private static OfCase of(CaseLog held, long millis, @Nullable LocalDate validAt) {
        PackedLog log = held.log();
        EffectFacts present = held.present();
        if (present != null
                && present.version() == log.version()
                && log.knownFrom() <= millis
                && (validAt == null || (log.inOrder() && !log.latest().isAfter(validAt)))) {
            return new OfCase(new CaseVersion(log.caseId(), log.version()), present);
        }
        EffectLog known = log.knownAt(millis);
        List<CaseEvent> told = known.told();
        List<CaseEvent> holding = validAt == null ? told : TwoClocks.heldOn(validAt, told);
        // Without an opening there is no case yet.
        boolean opened = holding.stream().anyMatch(CaseOpened.class::isInstance);
        return new OfCase(
                new CaseVersion(log.caseId(), known.version()),
                opened ? EffectFacts.of(EffectCase.of(holding, known.version())) : null);
    }
}
