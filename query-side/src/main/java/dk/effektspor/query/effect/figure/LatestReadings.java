package dk.effektspor.query.effect.figure;

import dk.effektspor.query.effect.facts.EffectFacts;
import dk.effektspor.query.effect.facts.EffectFacts.Reading;
import dk.effektspor.query.effect.facts.EffectFacts.Scored;
import dk.effektspor.shared.casefile.CitizenId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Picks the one reading a citizen counts with on each dimension: the latest assessed in the period over all their
 * cases, otherwise the latest not assessed. Everything else about the figure follows from it, so a citizen is in one
 * cell only, and the cells of a row add up to its total.
 */
final class LatestReadings {

    private LatestReadings() {}

    record Picked(EffectFacts facts, Scored scored, Reading reading) {}

    private record Key(String compass, String version, int dimension) {}

    static List<Picked> of(Collection<EffectFacts> all, ChangeDefinition definition) {
        Map<CitizenId, List<EffectFacts>> byCitizen = new HashMap<>();
        all.forEach(f ->
                byCitizen.computeIfAbsent(f.citizen(), c -> new ArrayList<>(1)).add(f));
        List<Picked> picked = new ArrayList<>();
        byCitizen.values().forEach(cases -> picked.addAll(ofCitizen(cases, definition)));
        return picked;
    }

    private static Collection<Picked> ofCitizen(List<EffectFacts> cases, ChangeDefinition definition) {
        Map<Key, Picked> latest = new LinkedHashMap<>();
        for (EffectFacts facts : cases) {
            for (Scored scored : facts.scorings()) {
                if (counts(scored, definition)) {
                    for (Reading reading : scored.readings()) {
                        Key key = new Key(scored.compass(), scored.compassVersion(), reading.dimension());
                        latest.merge(key, new Picked(facts, scored, reading), LatestReadings::later);
                    }
                }
            }
        }
        return latest.values();
    }

    private static boolean counts(Scored scored, ChangeDefinition definition) {
        @Nullable String compass = definition.compass();
        return scored.rater() == definition.rater()
                && definition.period().covers(scored.on())
                && (compass == null || compass.equals(scored.compass()));
    }

    private static Picked later(Picked a, Picked b) {
        if (a.reading().assessed() != b.reading().assessed()) {
            return a.reading().assessed() ? a : b;
        }
        int order = a.scored().on().compareTo(b.scored().on());
        if (order == 0 && a.facts() != b.facts()) {
            // Two cases on one date: any choice will do that does not depend on the order they were loaded in.
            order = a.facts().caseId().value().compareTo(b.facts().caseId().value());
        }
        // Within a case the facts stand in order, so b was recorded after a.
        return order > 0 ? a : b;
    }
}
