package dk.effektspor.query.effect;

import dk.effektspor.query.effect.facts.AsOf;
import dk.effektspor.query.effect.facts.CaseVersion;
import dk.effektspor.query.effect.facts.EffectFactStore;
import dk.effektspor.query.effect.facts.EffectFacts;
import dk.effektspor.query.effect.facts.Snapshot;
import dk.effektspor.query.effect.figure.Editions;
import dk.effektspor.query.effect.figure.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The edition of an answer that a reader gets.
 *
 * @param others the same reader's other editions of the same answer
 */
record Edition(Period period, AsOf asOf, List<AsOf> others) {

    /** Null for the edition as of now. */
    @Nullable
    AsOf dated() {
        return asOf.isPresent() ? null : asOf;
    }

    /** Reads the facts of all these editions, as of one moment. */
    Facts in(EffectFactStore store) {
        List<AsOf> dates = new ArrayList<>(List.of(asOf));
        dates.addAll(others);
        List<Snapshot> editions = store.all(dates);
        List<Collection<EffectFacts>> beside = new ArrayList<>();
        editions.subList(1, editions.size()).forEach(other -> beside.add(other.facts()));
        return new Facts(
                editions.get(0).versions(), new Editions(editions.get(0).facts(), beside));
    }

    /**
     * What an answer is computed from.
     *
     * @param versions of the cases that were known
     */
    record Facts(List<CaseVersion> versions, Editions editions) {}
}
