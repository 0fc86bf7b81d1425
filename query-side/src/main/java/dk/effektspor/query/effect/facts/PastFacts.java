package dk.effektspor.query.effect.facts;

import dk.effektspor.query.clocks.TwoClocks;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Derives facts as of two dates: the log up to what was known, of that what holds on the date, folded as ever. Nothing
 * else than the log is asked, so the answer is that of a projection that was fed no more.
 */
final class PastFacts {

    private PastFacts() {}

    static List<Snapshot> of(Collection<CaseLog> cases, List<AsOf> dates) {
        List<List<OfCase>> derived =
                cases.parallelStream().map(log -> of(log, dates)).toList();
        return IntStream.range(0, dates.size())
                .mapToObj(i ->
                        snapshot(derived.stream().map(ofCase -> ofCase.get(i)).toList()))
                .toList();
    }

    private static Snapshot snapshot(List<OfCase> cases) {
        List<OfCase> known = cases.stream().filter(OfCase::isKnown).toList();
        return new Snapshot(
                known.stream().map(OfCase::facts).filter(Objects::nonNull).toList(),
                known.stream().map(OfCase::version).toList());
    }

    private record OfCase(CaseVersion version, @Nullable EffectFacts facts) {

        boolean isKnown() {
            return version.version() > 0;
        }
    }

    /** Most cases had come to rest by most dates, so that several pairs of dates come to the same. */
    private static List<OfCase> of(CaseLog held, List<AsOf> dates) {
        Map<AsOf, OfCase> derived = new HashMap<>();
        return dates.stream()
                .map(asOf -> derived.computeIfAbsent(whatMatters(asOf, held.log()), matters -> of(held, matters)))
                .toList();
    }

    /** The dates without those by which nothing is left out of this log. */
    private static AsOf whatMatters(AsOf asOf, PackedLog log) {
        Instant knownAt = asOf.knownAt();
        if (knownAt != null && log.knownFrom() > knownAt.toEpochMilli()) {
            return asOf;
        }
        LocalDate validAt = asOf.validAt();
        boolean allHolds = validAt == null || (log.inOrder() && !log.latest().isAfter(validAt));
        return allHolds ? AsOf.NOW : new AsOf(validAt, null);
    }

    private static OfCase of(CaseLog held, AsOf matters) {
        PackedLog log = held.log();
        EffectFacts present = held.present();
        if (matters.isPresent() && present != null && present.version() == log.version()) {
            return new OfCase(new CaseVersion(log.caseId(), log.version()), present);
        }
        Instant knownAt = matters.knownAt();
        LocalDate validAt = matters.validAt();
        EffectLog known = log.knownAt(knownAt == null ? Long.MAX_VALUE : knownAt.toEpochMilli());
        List<CaseEvent> told = known.told();
        List<CaseEvent> holding = validAt == null ? told : TwoClocks.heldOn(validAt, told);
        // Without an opening there is no case yet.
        boolean opened = holding.stream().anyMatch(CaseOpened.class::isInstance);
        return new OfCase(
                new CaseVersion(log.caseId(), known.version()),
                opened ? EffectFacts.of(EffectCase.of(holding, known.version())) : null);
    }
}
