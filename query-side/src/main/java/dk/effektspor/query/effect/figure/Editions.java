package dk.effektspor.query.effect.figure;

import dk.effektspor.query.effect.facts.EffectFacts;
import java.util.Collection;
import java.util.List;

/**
 * The facts a question is answered from, and those of other editions of the answer that the same reader may ask for: with
 * other dates to the same question. What differs from one of them by too few citizens is hidden.
 *
 * @param others none for a reader who may see every case anyway, and for the answer as of now, which is the one that is
 *     never hidden for the sake of another
 */
public record Editions(Collection<EffectFacts> asked, List<Collection<EffectFacts>> others) {

    public Editions {
        others = List.copyOf(others);
    }
}
