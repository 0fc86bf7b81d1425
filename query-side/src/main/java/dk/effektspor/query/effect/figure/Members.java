package dk.effektspor.query.effect.figure;

import dk.effektspor.query.effect.facts.EffectFacts;
import dk.effektspor.query.effect.facts.EffectFacts.Stood;
import dk.effektspor.query.effect.figure.LatestReadings.Picked;
import dk.effektspor.shared.casefile.CitizenId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The population of each row: those scored on it in the period, and everybody else with an open case in its target group
 * in the period, so that who was never scored shows. The code of a compass is the code of its target group.
 */
final class Members {

    private final Map<Scale, Map<CitizenId, Member>> rows = new TreeMap<>(Scale.ORDER);
    private final Map<String, Set<CitizenId>> scored = new HashMap<>();

    private Members() {}

    /** @param scales the scales of a compass nobody was scored on */
    static Map<Scale, List<Member>> of(
            Collection<EffectFacts> facts, ChangeDefinition definition, Function<String, List<Scale>> scales) {
        return of(facts, definition, scales, Set.of());
    }

    /** @param asked rows there are in any case */
    static Map<Scale, List<Member>> of(
            Collection<EffectFacts> facts,
            ChangeDefinition definition,
            Function<String, List<Scale>> scales,
            Set<Scale> asked) {
        Members members = new Members();
        asked.forEach(scale -> members.rows.put(scale, new HashMap<>()));
        LatestReadings.of(facts, definition).forEach(picked -> members.add(picked, definition.measure()));
        Map<String, Map<CitizenId, LastOpen>> open = open(facts, definition);
        open.keySet().stream()
                .filter(compass -> !members.scored.containsKey(compass))
                .flatMap(compass -> scales.apply(compass).stream())
                .forEach(scale -> members.rows.putIfAbsent(scale, new HashMap<>()));
        Map<Scale, List<Member>> result = new TreeMap<>(Scale.ORDER);
        members.rows.forEach((scale, row) -> {
            open.getOrDefault(scale.compass(), Map.of())
                    .forEach((citizen, last) -> row.computeIfAbsent(citizen, c -> members.unread(scale, c, last)));
            result.put(scale, List.copyOf(row.values()));
        });
        return result;
    }

    private void add(Picked picked, ChangeMeasure measure) {
        CitizenId citizen = picked.facts().citizen();
        Scale scale = new Scale(
                picked.scored().compass(),
                picked.scored().compassVersion(),
                picked.reading().dimension(),
                picked.reading().variant());
        rows.computeIfAbsent(scale, s -> new HashMap<>()).put(citizen, Member.scored(picked, measure));
        scored.computeIfAbsent(scale.compass(), c -> new HashSet<>()).add(citizen);
    }

    private Member unread(Scale scale, CitizenId citizen, LastOpen last) {
        boolean scoredOtherwise = scored.getOrDefault(scale.compass(), Set.of()).contains(citizen);
        return last.member().because(scoredOtherwise ? Known.OTHER_SCALE : Known.NEVER_SCORED);
    }

    private record LastOpen(EffectFacts facts, Member member) {

        static @Nullable LastOpen of(EffectFacts facts, Period period) {
            LastOpen last = null;
            for (Stood stood : facts.positions()) {
                LocalDate until = stood.until();
                LocalDate on = until == null || until.isAfter(period.to()) ? period.to() : until.minusDays(1);
                if (!stood.from().isAfter(period.to()) && !on.isBefore(period.from())) {
                    last = new LastOpen(
                            facts,
                            new Member(facts.citizen(), facts.targetGroup(), stood.at(), on, Known.NEVER_SCORED, null));
                }
            }
            return last;
        }

        LastOpen later(LastOpen other) {
            int order = member.on().compareTo(other.member.on());
            if (order == 0) {
                order = facts.caseId().value().compareTo(other.facts.caseId().value());
            }
            return order >= 0 ? this : other;
        }
    }

    private static Map<String, Map<CitizenId, LastOpen>> open(
            Collection<EffectFacts> facts, ChangeDefinition definition) {
        Map<String, Map<CitizenId, LastOpen>> open = new TreeMap<>();
        String compass = definition.compass();
        for (EffectFacts f : facts) {
            if (compass == null || compass.equals(f.targetGroup())) {
                LastOpen last = LastOpen.of(f, definition.period());
                if (last != null) {
                    open.computeIfAbsent(f.targetGroup(), g -> new HashMap<>())
                            .merge(f.citizen(), last, LastOpen::later);
                }
            }
        }
        return open;
    }
}
