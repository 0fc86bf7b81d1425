package dk.effektspor.query.effect;

import dk.effektspor.query.effect.facts.AsOf;
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

    Editions beside(Snapshot asked, EffectFactStore store) {
        List<Collection<EffectFacts>> facts = new ArrayList<>();
        others.forEach(other -> facts.add(store.all(other).facts()));
        return new Editions(asked.facts(), facts);
    }
}
