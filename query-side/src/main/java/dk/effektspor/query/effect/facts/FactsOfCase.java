package dk.effektspor.query.effect.facts;

import dk.effektspor.query.effect.facts.EffectFacts.Moved;
import dk.effektspor.query.effect.facts.EffectFacts.Ran;
import dk.effektspor.query.effect.facts.EffectFacts.Reading;
import dk.effektspor.query.effect.facts.EffectFacts.Scored;
import dk.effektspor.query.effect.facts.EffectFacts.Standing;
import dk.effektspor.query.effect.facts.EffectFacts.Stood;
import dk.effektspor.query.effect.facts.ScoringMade.Score;
import dk.effektspor.shared.forandringskompas.Rater;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Derives a case's facts from its history. */
final class FactsOfCase {

    private FactsOfCase() {}

    /** Readings that may be compared with one another. */
    private record Series(
            String compass,
            String version,
            Rater rater,
            int dimension,
            @Nullable String variant) {}

    private record EntryAndLast(int entry, int last) {}

    static List<Scored> scorings(EffectCase effectCase) {
        Map<Series, EntryAndLast> series = new HashMap<>();
        // The sort is stable: of two scorings on one date the one first recorded comes first.
        return effectCase.scorings().stream()
                .filter(s -> !s.annulled())
                .sorted(Comparator.comparing(ScoringMade::on))
                .map(s -> scored(effectCase, s, series))
                .toList();
    }

    private static Scored scored(EffectCase effectCase, ScoringMade scoring, Map<Series, EntryAndLast> series) {
        List<Reading> readings = new ArrayList<>();
        for (Score score : scoring.scores()) {
            readings.add(reading(scoring, score, series));
        }
        return new Scored(
                scoring.on(),
                scoring.compass(),
                scoring.compassVersion(),
                scoring.rater(),
                standing(effectCase, scoring.on()).atTilbud(scoring.tilbud()),
                readings);
    }

    private static Standing standing(EffectCase effectCase, LocalDate on) {
        Optional<Course> highest = effectCase.highestOn(on);
        List<String> programmes = effectCase.activeOn(on).stream()
                .map(Course::programme)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        return new Standing(
                effectCase.unitOn(on),
                highest.map(c -> c.tilbudOn(on)).orElse(null),
                programmes,
                highest.map(Course::ladder).orElse(null),
                highest.map(Course::step).orElse(0));
    }

    private static Reading reading(ScoringMade scoring, Score score, Map<Series, EntryAndLast> series) {
        Integer value = score.score();
        if (value == null) {
            return new Reading(score.dimension(), score.variant(), false, null, null);
        }
        Series key = new Series(
                scoring.compass(), scoring.compassVersion(), scoring.rater(), score.dimension(), score.variant());
        EntryAndLast before = series.get(key);
        series.put(key, new EntryAndLast(before == null ? value : before.entry(), value));
        return before == null
                ? new Reading(score.dimension(), score.variant(), true, null, null)
                : new Reading(score.dimension(), score.variant(), true, value - before.entry(), value - before.last());
    }

    static List<Moved> moves(EffectCase effectCase) {
        Map<Object, Course> courses =
                effectCase.courses().stream().collect(Collectors.toMap(Course::id, c -> c, (a, b) -> b));
        List<Moved> moves = new ArrayList<>();
        for (MoveDecided move : effectCase.moves()) {
            Course to = courses.get(move.to());
            if (to == null) {
                throw new IllegalStateException(
                        "A move led to intervention " + move.to() + ", which was never decided");
            }
            if (!to.annulled()) {
                moves.add(new Moved(move.kind(), to.ladder(), move.fromStep(), move.toStep(), move.on()));
            }
        }
        return List.copyOf(moves);
    }

    static List<Ran> courses(EffectCase effectCase) {
        List<Ran> ran = new ArrayList<>();
        for (Course course : effectCase.courses()) {
            LocalDate start = course.start();
            if (!course.annulled() && start != null) {
                ran.add(new Ran(course.measure(), start, course.end(), course.breakdowns()));
            }
        }
        return List.copyOf(ran);
    }

    static List<Stood> positions(EffectCase effectCase) {
        TreeSet<LocalDate> turns = new TreeSet<>();
        effectCase.open().forEach(s -> turns.add(s.from()));
        effectCase.units().forEach(s -> turns.add(s.from()));
        for (Course course : effectCase.courses()) {
            Optional.ofNullable(course.start()).ifPresent(turns::add);
            Optional.ofNullable(course.end()).ifPresent(turns::add);
            course.siteChanges().forEach(c -> turns.add(c.on()));
        }
        List<Stood> positions = new ArrayList<>();
        for (LocalDate from : turns) {
            if (effectCase.openOn(from)) {
                positions.add(new Stood(from, turns.higher(from), standing(effectCase, from)));
            }
        }
        return merged(positions);
    }

    private static List<Stood> merged(List<Stood> positions) {
        List<Stood> merged = new ArrayList<>();
        for (Stood next : positions) {
            Stood last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && next.from().equals(last.until()) && last.at().equals(next.at())) {
                merged.set(merged.size() - 1, new Stood(last.from(), next.until(), last.at()));
            } else {
                merged.add(next);
            }
        }
        return List.copyOf(merged);
    }
}
