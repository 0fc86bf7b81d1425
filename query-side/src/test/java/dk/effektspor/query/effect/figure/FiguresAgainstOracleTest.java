package dk.effektspor.query.effect.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.effektspor.query.effect.facts.EffectCase;
import dk.effektspor.query.effect.facts.EffectFacts;
import dk.effektspor.query.effect.facts.RandomHistories;
import dk.effektspor.query.effect.figure.BreakdownShare.BreakdownCell;
import dk.effektspor.query.effect.figure.Oracle.Expected;
import dk.effektspor.query.effect.figure.Oracle.Placed;
import dk.effektspor.query.effect.figure.StepMatrix.MovesCell;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.forandringskompas.Rater;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure over invented histories, computed event by event, beside what a naive reading of all events gives. */
class FiguresAgainstOracleTest {

    private static final int NOTHING_HIDDEN = 1;
    private static final int MINIMUM = 5;
    private static final List<Period> PERIODS = List.of(
            Period.ofYear(2012),
            new Period(LocalDate.of(2011, 1, 1), LocalDate.of(2013, 12, 31)),
            new Period(LocalDate.of(2012, 7, 1), LocalDate.of(2013, 6, 30)));

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_figure_equals_the_naive_one(long seed) {
        List<List<CaseEvent>> cases = new RandomHistories(seed).cases();
        Collection<EffectFacts> facts = fed(cases, new Random(seed));
        everyFigureEquals(facts, new Oracle(cases, RandomHistories.units()), seed);
    }

    static void everyFigureEquals(Collection<EffectFacts> facts, Oracle oracle, long seed) {
        Period period = PERIODS.get((int) (seed % PERIODS.size()));
        for (Grouping by : Grouping.values()) {
            for (ChangeMeasure measure : ChangeMeasure.values()) {
                Rater rater = Rater.values()[(int) (seed % 3)];
                changeEqualsOracle(facts, oracle, new ChangeDefinition(by, measure, rater, null, Map.of(), period));
                changeEqualsOracle(
                        facts, oracle, new ChangeDefinition(by, measure, Rater.EMPLOYEE, null, Map.of(), period));
            }
        }
        stepsEqualOracle(facts, oracle, period, null);
        stepsEqualOracle(facts, oracle, period, "children");
        movesEqualOracle(facts, oracle, period);
        breakdownsEqualOracle(facts, oracle, 2012);
    }

    @Test
    void a_replay_gives_the_same_facts() {
        List<List<CaseEvent>> cases = new RandomHistories(7).cases();

        assertThat(new HashSet<>(fed(cases, new Random(1)))).isEqualTo(new HashSet<>(fed(cases, new Random(2))));
    }

    static EffectFacts facts(List<CaseEvent> events) {
        EffectCase folded = EffectCase.NEW;
        for (int i = 0; i < events.size(); i++) {
            folded = folded.apply(events.get(i), i + 1);
        }
        return EffectFacts.of(folded);
    }

    private static Collection<EffectFacts> fed(List<List<CaseEvent>> cases, Random random) {
        Map<CaseId, EffectCase> folded = new HashMap<>();
        int[] next = new int[cases.size()];
        List<Integer> order = new ArrayList<>();
        for (int c = 0; c < cases.size(); c++) {
            for (int i = 0; i < cases.get(c).size(); i++) {
                order.add(c);
            }
        }
        Collections.shuffle(order, random);
        for (int c : order) {
            // Once in a while the stream is delivered again from an earlier event on.
            int from = random.nextInt(4) == 0 ? random.nextInt(next[c] + 1) : next[c];
            for (int i = from; i <= next[c]; i++) {
                CaseEvent event = cases.get(c).get(i);
                folded.put(
                        event.caseId(),
                        folded.getOrDefault(event.caseId(), EffectCase.NEW).apply(event, i + 1));
            }
            next[c]++;
        }
        List<EffectFacts> facts =
                new ArrayList<>(folded.values().stream().map(EffectFacts::of).toList());
        Collections.shuffle(facts, random);
        return facts;
    }

    private static void changeEqualsOracle(Collection<EffectFacts> facts, Oracle oracle, ChangeDefinition definition) {
        Period period = definition.period();
        Map<String, Map<String, Expected>> expected = oracle.change(
                definition.by().parameter(),
                definition.measure() == ChangeMeasure.ENTRY,
                definition.rater(),
                period.from(),
                period.to());
        Map<String, Map<String, ChangeCell>> open = table(facts, definition, NOTHING_HIDDEN);
        assertThat(open.keySet()).isEqualTo(expected.keySet());
        expected.forEach((row, cells) -> {
            assertThat(at(open, row).keySet()).isEqualTo(cells.keySet());
            cells.forEach((group, cell) -> equal(at(at(open, row), group), cell));
        });
        suppressed(expected, table(facts, definition, MINIMUM), definition.by());
    }

    private static void suppressed(
            Map<String, Map<String, Expected>> expected, Map<String, Map<String, ChangeCell>> shown, Grouping by) {
        expected.forEach((row, cells) -> cells.forEach((group, cell) -> {
            ChangeCell actual = at(at(shown, row), group);
            int n = cell.changes().size();
            int population = cell.told().size();
            if (population < MINIMUM || (n > 0 && n < MINIMUM)) {
                assertThat(actual).isEqualTo(ChangeCell.SUPPRESSED);
            } else if (!actual.suppressed()) {
                equal(actual, cell);
                noSmallPart(actual, cell);
            }
        }));
        if (by != Grouping.UNIT && by != Grouping.PROGRAMME && by != Grouping.NONE) {
            shown.values().forEach(cells -> {
                List<ChangeCell> hidden = cells.entrySet().stream()
                        .filter(e -> !e.getKey().equals("*") && e.getValue().suppressed())
                        .map(Map.Entry::getValue)
                        .toList();
                if (!at(cells, "*").suppressed()) {
                    assertThat(hidden)
                            .hasSizeBetween(0, 100)
                            .matches(h -> h.size() != 1, "not exactly one hidden cell");
                }
            });
        }
    }

    private static Map<String, Map<String, ChangeCell>> table(
            Collection<EffectFacts> facts, ChangeDefinition definition, int minimum) {
        Map<String, Map<String, ChangeCell>> table = new TreeMap<>();
        for (ChangeFigure.Row row :
                ChangeFigure.of(facts, definition, RandomHistories.units(), compass -> List.of(), minimum)) {
            Scale scale = row.scale();
            String variant = scale.variant() == null ? "" : scale.variant();
            Map<String, ChangeCell> cells = new TreeMap<>();
            cells.put("*", row.total());
            row.groups().forEach(g -> cells.put(g.group(), g.cell()));
            table.put(scale.compass() + "/" + scale.compassVersion() + "/" + scale.dimension() + "/" + variant, cells);
        }
        return table;
    }

    private static void equal(ChangeCell cell, Expected expected) {
        List<Integer> x = expected.changes();
        int n = x.size();
        int population = expected.told().size();
        assertThat(cell.n()).isEqualTo(n);
        if (!cell.withheld().contains("population")) {
            assertThat(cell.population()).isEqualTo(population);
            assertThat(cell.coverage()).isCloseTo(n / (double) population, within(0.005001));
        }
        if (!cell.withheld().contains("missing")) {
            assertThat(cell.withoutFollowUp()).isEqualTo(expected.count("noFollowUp"));
            assertThat(cell.notAssessed()).isEqualTo(expected.count("notAssessed"));
            assertThat(cell.otherScale()).isEqualTo(expected.count("otherScale"));
            assertThat(cell.neverScored()).isEqualTo(expected.count("neverScored"));
        }
        if (n > 0) {
            double mean = x.stream().mapToInt(i -> i).average().orElseThrow();
            assertThat(cell.mean()).isCloseTo(mean, within(1e-9));
            if (!cell.withheld().contains("directions")) {
                share(cell.up(), x.stream().filter(i -> i > 0).count(), n);
                share(cell.level(), x.stream().filter(i -> i == 0).count(), n);
                share(cell.down(), x.stream().filter(i -> i < 0).count(), n);
            }
            if (n > 1) {
                double squares =
                        x.stream().mapToDouble(i -> (i - mean) * (i - mean)).sum();
                assertThat(cell.standardDeviation()).isCloseTo(Math.sqrt(squares / (n - 1)), within(1e-9));
                assertThat(cell.low()).isLessThanOrEqualTo(mean);
            }
        }
    }

    private static void share(@Nullable Double share, long part, int of) {
        assertThat(share).isCloseTo(part / (double) of, within(0.005001));
        assertThat(Objects.requireNonNull(share) * 100).isCloseTo(Math.rint(share * 100), within(1e-9));
    }

    private static void noSmallPart(ChangeCell shown, Expected expected) {
        int missing = expected.told().size() - expected.changes().size();
        if (small(missing)) {
            assertThat(shown.population()).isNull();
            assertThat(shown.coverage()).isNull();
            assertThat(shown.neverScored()).isNull();
        }
        for (String known : List.of("noFollowUp", "notAssessed", "otherScale", "neverScored")) {
            if (small(expected.count(known))) {
                assertThat(shown.withoutFollowUp()).isNull();
                assertThat(shown.neverScored()).isNull();
            }
        }
        for (int direction = -1; direction <= 1; direction++) {
            int which = direction;
            if (small((int) expected.changes().stream()
                    .filter(x -> Integer.signum(x) == which)
                    .count())) {
                assertThat(shown.up()).isNull();
                assertThat(shown.down()).isNull();
            }
        }
    }

    private static boolean small(int count) {
        return count > 0 && count < MINIMUM;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void a_group_asked_for_alone_is_the_group_among_its_siblings_and_as_hidden(long seed) {
        List<List<CaseEvent>> cases = new RandomHistories(seed).cases();
        Collection<EffectFacts> facts = fed(cases, new Random(seed));
        Period period = PERIODS.get((int) (seed % PERIODS.size()));
        for (Grouping by : List.of(Grouping.TARGET_GROUP, Grouping.UNIT, Grouping.TILBUD, Grouping.PROGRAMME)) {
            ChangeDefinition all =
                    new ChangeDefinition(by, ChangeMeasure.ENTRY, Rater.EMPLOYEE, null, Map.of(), period);
            Map<String, Map<String, ChangeCell>> open = table(facts, all, NOTHING_HIDDEN);
            Map<String, Map<String, ChangeCell>> guarded = table(facts, all, MINIMUM);
            for (String group : List.of("children", "a", "a1", "b", "home", "MST", "")) {
                ChangeDefinition one = new ChangeDefinition(
                        Grouping.NONE, ChangeMeasure.ENTRY, Rater.EMPLOYEE, null, Map.of(by, group), period);
                Map<String, Map<String, ChangeCell>> alone = table(facts, one, NOTHING_HIDDEN);
                open.forEach((row, cells) ->
                        assertThat(alone.getOrDefault(row, Map.of()).get("*")).isEqualTo(cells.get(group)));
                table(facts, one, MINIMUM).forEach((row, cells) -> {
                    ChangeCell total = at(at(open, row), "*");
                    ChangeCell part = at(at(open, row), group);
                    ChangeCell shown = at(cells, "*");
                    assertThat(shown.suppressed()
                                    || !at(at(guarded, row), group).suppressed())
                            .isTrue();
                    assertThat(shown.suppressed() || !small(count(total.population()) - count(part.population())))
                            .isTrue();
                    assertThat(shown.suppressed() || !small(count(total.n()) - count(part.n())))
                            .isTrue();
                });
            }
        }
    }

    static LongStream fewSeeds() {
        return LongStream.rangeClosed(1, 60);
    }

    private static int count(@Nullable Integer count) {
        return Objects.requireNonNull(count);
    }

    private static void stepsEqualOracle(
            Collection<EffectFacts> facts, Oracle oracle, Period period, @Nullable String group) {
        for (StepDistribution.Quarter quarter : StepDistribution.of(facts, period, group, NOTHING_HIDDEN)) {
            Map<String, Integer> actual = new TreeMap<>();
            quarter.positions().forEach(p -> actual.put(p.position(), p.cell().n()));
            actual.values().removeIf(n -> n == 0);
            assertThat(actual).isEqualTo(oracle.steps(quarter.on(), group));
        }
        for (StepDistribution.Quarter quarter : StepDistribution.of(facts, period, group, MINIMUM)) {
            Map<String, Integer> expected = oracle.steps(quarter.on(), group);
            long hidden = quarter.positions().stream()
                    .filter(p -> p.cell().suppressed())
                    .count();
            assertThat(quarter.total().suppressed() || hidden != 1).isTrue();
            quarter.positions().forEach(p -> {
                int n = expected.getOrDefault(p.position(), 0);
                assertThat(p.cell().suppressed() || n == 0 || n >= MINIMUM).isTrue();
                assertThat(p.cell().suppressed()
                                || Integer.valueOf(n).equals(p.cell().n()))
                        .isTrue();
            });
        }
    }

    private static void movesEqualOracle(Collection<EffectFacts> facts, Oracle oracle, Period period) {
        Map<String, List<UUID>> expected = oracle.moves(period.from(), period.to());
        Map<String, String> events = Map.of(
                "STEP_UP",
                "SteppedUp",
                "STEP_DOWN",
                "SteppedDown",
                "LATERAL",
                "MovedLaterally",
                "SUPPLEMENT",
                "Supplemented",
                "RESUMPTION",
                "Resumed");
        Map<String, MovesCell> actual = new TreeMap<>();
        StepMatrix.of(facts, period, NOTHING_HIDDEN)
                .forEach(kind -> kind.cells()
                        .forEach(c -> actual.put(
                                events.get(kind.kind().name()) + " " + c.ladder() + " " + c.from() + " " + c.to(),
                                c.cell())));
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((key, citizens) -> assertThat(actual.get(key))
                .isEqualTo(new MovesCell(false, new HashSet<>(citizens).size(), citizens.size())));
        StepMatrix.of(facts, period, MINIMUM).forEach(kind -> {
            long hidden =
                    kind.cells().stream().filter(c -> c.cell().suppressed()).count();
            assertThat(kind.total().suppressed() || hidden != 1).isTrue();
            kind.cells()
                    .forEach(c -> assertThat(c.cell().n() == null || c.cell().n() >= MINIMUM)
                            .isTrue());
        });
    }

    private static void breakdownsEqualOracle(Collection<EffectFacts> facts, Oracle oracle, int year) {
        List<Placed> placed = oracle.placements(year, RandomHistories.PLACEMENTS);
        BreakdownShare.Result open = BreakdownShare.of(facts, year, RandomHistories.PLACEMENTS, NOTHING_HIDDEN);
        equal(open.total(), placed);
        assertThat(open.measures().stream()
                        .map(BreakdownShare.ByMeasure::measure)
                        .toList())
                .isEqualTo(List.copyOf(
                        placed.stream().map(Placed::measure).collect(Collectors.toCollection(TreeSet::new))));
        open.measures()
                .forEach(m -> equal(
                        m.cell(),
                        placed.stream()
                                .filter(p -> p.measure().equals(m.measure()))
                                .toList()));
        BreakdownShare.Result shown = BreakdownShare.of(facts, year, RandomHistories.PLACEMENTS, MINIMUM);
        assertThat(shown.total().suppressed()
                        || shown.measures().stream()
                                        .filter(m -> m.cell().suppressed())
                                        .count()
                                != 1)
                .isTrue();
        shown.measures().forEach(m -> {
            BreakdownCell cell = m.cell();
            long broken = placed.stream()
                    .filter(p -> p.measure().equals(m.measure()) && p.broke())
                    .map(Placed::citizen)
                    .distinct()
                    .count();
            assertThat(cell.n() == null || cell.n() >= MINIMUM).isTrue();
            assertThat(broken == 0 || broken >= MINIMUM || cell.breakdowns() == null)
                    .isTrue();
            assertThat(cell.breakdownsSuppressed()).isEqualTo(cell.breakdowns() == null);
        });
    }

    private static <T> T at(Map<String, T> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private static void equal(BreakdownCell cell, List<Placed> placed) {
        int breakdowns = (int) placed.stream().filter(Placed::broke).count();
        assertThat(cell.placements()).isEqualTo(placed.size());
        assertThat(cell.n())
                .isEqualTo((int) placed.stream().map(Placed::citizen).distinct().count());
        assertThat(cell.breakdowns()).isEqualTo(breakdowns);
        if (!placed.isEmpty()) {
            assertThat(cell.share()).isEqualTo((double) breakdowns / placed.size());
        }
    }
}
