package dk.effektspor.query.effect.facts;

import java.util.List;

/**
 * The facts of all cases as of one moment.
 *
 * @param versions of every case that was known, also of those nothing of which is true yet
 */
public record Snapshot(List<EffectFacts> facts, List<CaseVersion> versions) {

    public Snapshot {
        facts = List.copyOf(facts);
        versions = List.copyOf(versions);
    }

    static Snapshot of(List<EffectFacts> facts) {
        return new Snapshot(
                facts,
                facts.stream()
                        .map(f -> new CaseVersion(f.caseId(), f.version()))
                        .toList());
    }
}
