package dk.effektspor.query.effect.figure;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.query.effect.RecordedHistories;
import dk.effektspor.query.effect.facts.EffectFacts;
import dk.effektspor.query.effect.facts.EffectFacts.Reading;
import dk.effektspor.query.effect.facts.EffectFacts.Scored;
import dk.effektspor.query.effect.facts.EffectFacts.Standing;
import dk.effektspor.query.effect.facts.RandomHistories;
import dk.effektspor.query.effect.figure.BreakdownShare.BreakdownCell;
import dk.effektspor.query.effect.figure.StepMatrix.MovesCell;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.forandringskompas.Rater;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is shown of an edition differs from every other edition by nobody or by enough citizens: found by computing both for
 * each citizen alone.
 */
class EditionsTest {

    private static final int MINIMUM = 5;
    private static final Period PERIOD = new Period(LocalDate.of(2011, 1, 1), LocalDate.of(2013, 12, 31));
    private static final Function<Integer, Boolean> ENOUGH = n -> n == 0 || n >= MINIMUM;

    private static final List<EffectFacts> EVERYTHING = scoredOnEverything();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 6);
    }

    /** A figure as cells by name, with a text of what each tells; a hidden one tells nothing. */
    private interface Figure {
        Map<String, String> of(Editions editions, int minimum);
    }

    private static final Map<String, Figure> FIGURES = Map.of(
            "change", (editions, minimum) -> change(editions, minimum, Grouping.TARGET_GROUP, Map.of()),
            "change by unit", (editions, minimum) -> change(editions, minimum, Grouping.UNIT, Map.of()),
            "change of a",
                    (editions, minimum) -> change(editions, minimum, Grouping.TARGET_GROUP, Map.of(Grouping.UNIT, "a")),
            "steps", (editions, minimum) -> steps(editions, minimum, null),
            "steps of children", (editions, minimum) -> steps(editions, minimum, "children"),
            "step-matrix", EditionsTest::moves,
            "breakdowns", EditionsTest::breakdowns);

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothing_shown_differs_from_another_edition_by_a_few_citizens(long seed) {
        RecordedHistories histories = new RecordedHistories(seed);
        Random random = new Random(seed);
        List<EffectFacts> now = facts(histories, null);
        List<EffectFacts> past = facts(histories, lately(random));
        List<EffectFacts> earlier = facts(histories, lately(random));
        FIGURES.forEach((name, figure) -> {
            Map<String, String> shown = figure.of(new Editions(past, List.of(now, earlier)), MINIMUM);
            for (List<EffectFacts> other : List.of(now, earlier)) {
                Map<String, Integer> differing = differing(figure, past, other);
                shown.forEach(
                        (cell, told) -> assertThat(told.isEmpty() || ENOUGH.apply(differing.getOrDefault(cell, 0)))
                                .as("%s, %s: %s differ", name, cell, differing.get(cell))
                                .isTrue());
            }
        });
    }

    @Test
    void an_edition_like_the_others_hides_no_more_than_it_would_alone() {
        RecordedHistories histories = new RecordedHistories(2);
        List<EffectFacts> now = facts(histories, null);
        FIGURES.values()
                .forEach(figure -> assertThat(figure.of(new Editions(now, List.of(now)), MINIMUM))
                        .isEqualTo(figure.of(new Editions(now, List.of()), MINIMUM)));
    }

    @Test
    void what_differs_by_enough_citizens_is_shown() {
        Map<String, Long> shown = new TreeMap<>();
        seeds().forEach(seed -> {
            RecordedHistories histories = new RecordedHistories(seed);
            Editions editions =
                    new Editions(facts(histories, lately(new Random(seed))), List.of(facts(histories, null)));
            FIGURES.forEach((name, figure) -> shown.merge(
                    name,
                    figure.of(editions, MINIMUM).values().stream()
                            .filter(told -> !told.isEmpty() && !told.startsWith("0"))
                            .count(),
                    Long::sum));
        });
        assertThat(shown.keySet()).isEqualTo(FIGURES.keySet());
        assertThat(shown)
                .as("%s", shown)
                .allSatisfy((name, cells) -> assertThat(cells).as(name).isPositive());
    }

    private static Instant lately(Random random) {
        return Instant.parse("2014-01-20T09:00:00Z").plusSeconds(86_400L * random.nextInt(20));
    }

    private static List<EffectFacts> facts(RecordedHistories histories, @Nullable Instant knownAt) {
        return NaiveHolding.of(histories.cases(), null, knownAt).stream()
                .map(FiguresAgainstOracleTest::facts)
                .toList();
    }

    private static Map<String, Integer> differing(Figure figure, List<EffectFacts> one, List<EffectFacts> other) {
        Map<CitizenId, List<EffectFacts>> ofOne = byCitizen(one);
        Map<CitizenId, List<EffectFacts>> ofOther = byCitizen(other);
        Set<CitizenId> all =
                Stream.of(ofOne, ofOther).flatMap(m -> m.keySet().stream()).collect(Collectors.toSet());
        Map<String, Integer> differing = new HashMap<>();
        for (CitizenId citizen : all) {
            Map<String, String> a = figure.of(alone(ofOne.getOrDefault(citizen, List.of())), 1);
            Map<String, String> b = figure.of(alone(ofOther.getOrDefault(citizen, List.of())), 1);
            Stream.of(a, b).flatMap(m -> m.keySet().stream()).distinct().forEach(cell -> {
                if (!Objects.equals(a.getOrDefault(cell, "0"), b.getOrDefault(cell, "0"))) {
                    differing.merge(cell, 1, Integer::sum);
                }
            });
        }
        return differing;
    }

    private static Editions alone(List<EffectFacts> facts) {
        return new Editions(Stream.of(facts, EVERYTHING).flatMap(List::stream).toList(), List.of());
    }

    private static Map<CitizenId, List<EffectFacts>> byCitizen(Collection<EffectFacts> facts) {
        return facts.stream().collect(Collectors.groupingBy(EffectFacts::citizen));
    }

    private static Map<String, String> change(Editions editions, int minimum, Grouping by, Map<Grouping, String> only) {
        ChangeDefinition definition = new ChangeDefinition(by, ChangeMeasure.ENTRY, Rater.EMPLOYEE, null, only, PERIOD);
        Map<String, String> cells = new TreeMap<>();
        for (ChangeFigure.Row row :
                ChangeFigure.of(editions, definition, RandomHistories.units(), compass -> List.of(), minimum)) {
            put(cells, row.scale() + " *", row.total());
            row.groups().forEach(g -> put(cells, row.scale() + " " + g.group(), g.cell()));
        }
        return cells;
    }

    private static void put(Map<String, String> cells, String name, ChangeCell cell) {
        boolean hidden = cell.suppressed();
        boolean directions = !hidden && !cell.withheld().contains("directions");
        put(cells, name + " n", hidden, cell.n());
        put(cells, name + " mean", hidden, cell.mean());
        put(cells, name + " population", cell.population() == null, cell.population());
        put(cells, name + " no follow-up", cell.withoutFollowUp() == null, cell.withoutFollowUp());
        put(cells, name + " not assessed", cell.notAssessed() == null, cell.notAssessed());
        put(cells, name + " other scale", cell.otherScale() == null, cell.otherScale());
        put(cells, name + " never scored", cell.neverScored() == null, cell.neverScored());
        put(cells, name + " up", !directions, cell.up());
        put(cells, name + " level", !directions, cell.level());
        put(cells, name + " down", !directions, cell.down());
    }

    private static void put(Map<String, String> cells, String name, boolean hidden, @Nullable Number told) {
        cells.put(
                name,
                hidden ? "" : told == null || told.doubleValue() == 0 && !name.endsWith("mean") ? "0" : told + ".");
    }

    /** Somebody is scored on every scale, so that its row is there for a citizen who is not. */
    private static List<EffectFacts> scoredOnEverything() {
        List<EffectFacts> all = new ArrayList<>();
        for (String variant : Arrays.asList(null, "with", "without")) {
            List<Reading> readings = IntStream.rangeClosed(1, 3)
                    .mapToObj(d -> new Reading(d, d == 2 ? variant : null, true, null, null))
                    .toList();
            Standing at = new Standing("nowhere", null, List.of(), null, 0);
            List<Scored> scored = Stream.of("children", "adults")
                    .flatMap(compass -> Stream.of("1", "2")
                            .map(version -> new Scored(PERIOD.from(), compass, version, Rater.EMPLOYEE, at, readings)))
                    .toList();
            all.add(new EffectFacts(
                    new CaseId(new UUID(9, all.size())),
                    1,
                    new CitizenId(new UUID(9, all.size())),
                    "nobody",
                    1950,
                    scored,
                    List.of(),
                    List.of(),
                    List.of()));
        }
        return all;
    }

    private static Map<String, String> steps(Editions editions, int minimum, @Nullable String targetGroup) {
        Map<String, String> cells = new TreeMap<>();
        StepDistribution.of(editions, PERIOD, targetGroup, minimum).forEach(quarter -> {
            cells.put(quarter.on() + " *", told(quarter.total()));
            quarter.positions().forEach(p -> cells.put(quarter.on() + " " + p.position(), told(p.cell())));
        });
        return cells;
    }

    private static String told(CountCell cell) {
        return cell.suppressed() ? "" : String.valueOf(cell.n());
    }

    private static Map<String, String> moves(Editions editions, int minimum) {
        Map<String, String> cells = new TreeMap<>();
        StepMatrix.of(editions, PERIOD, minimum).forEach(kind -> {
            put(cells, kind.kind() + " *", kind.total());
            kind.cells().forEach(c -> put(cells, kind.kind() + " " + c.ladder() + c.from() + c.to(), c.cell()));
        });
        return cells;
    }

    private static void put(Map<String, String> cells, String name, MovesCell cell) {
        put(cells, name + " n", cell.suppressed(), cell.n());
        put(cells, name + " moves", cell.suppressed(), cell.moves());
    }

    private static Map<String, String> breakdowns(Editions editions, int minimum) {
        BreakdownShare.Result result = BreakdownShare.of(editions, 2012, RandomHistories.PLACEMENTS, minimum);
        Map<String, String> cells = new TreeMap<>();
        put(cells, "*", result.total());
        result.measures().forEach(m -> put(cells, m.measure(), m.cell()));
        return cells;
    }

    private static void put(Map<String, String> cells, String name, BreakdownCell cell) {
        put(cells, name + " n", cell.suppressed(), cell.n());
        put(cells, name + " placements", cell.suppressed(), cell.placements());
        put(cells, name + " broken", cell.breakdownsSuppressed(), cell.breakdowns());
    }
}
