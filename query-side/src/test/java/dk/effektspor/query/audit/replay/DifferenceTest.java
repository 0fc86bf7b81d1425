package dk.effektspor.query.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.query.caseview.PastCases;
import dk.effektspor.query.caseview.StateAnswer;
import dk.effektspor.query.clocks.Fact;
import dk.effektspor.query.clocks.TwoClocks;
import dk.effektspor.query.effect.facts.RandomHistories;
import dk.effektspor.query.platform.OpenedTexts;
import dk.effektspor.query.platform.Recorded;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseAssigned;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.casefile.CaseFileEvent.NetworkMeetingHeld;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.MeetingId;
import dk.effektspor.shared.indsatstrappe.Goal;
import dk.effektspor.shared.indsatstrappe.GoalId;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionAdjusted;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionExtended;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionStarted;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.PlacementSiteChanged;
import dk.effektspor.shared.indsatstrappe.InterventionId;
import dk.effektspor.shared.indsatstrappe.RightStep;
import dk.effektspor.shared.privacy.SealedText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Two points of a case and what is said to differ between them, over invented histories and pairs of points. */
class DifferenceTest {

    private static final LocalDate TODAY = LocalDate.of(2015, 1, 1);
    private static final Instant FIRST = Instant.parse("2013-06-01T08:00:00Z");
    private static final SealedText TEXT = new SealedText("1.other");
    private static final Set<String> ELSEWHERE =
            Set.of("version", "updatedAt", "step", "open", "interventions", "networkMeetings");
    private static final int CASES = 15;
    private static final int PAIRS = 5;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 8);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void what_differs_makes_the_one_state_into_the_other_and_is_laid_to_events_that_count_on_one_side(long seed) {
        Random random = new Random(seed);
        int differing = 0;
        for (List<CaseEvent> events : invented(seed)) {
            List<Fact> history = recorded(andMore(events, random));
            for (int pair = 0; pair < PAIRS; pair++) {
                Point from = point(history.size(), random);
                Point to = point(history.size(), random);
                if (isOpen(from, history) && isOpen(to, history)) {
                    differing +=
                            compare(seen(from, history), seen(to, history), "seed " + seed + ", " + from + " " + to);
                }
            }
        }
        assertThat(differing).isGreaterThan(100);
    }

    @Test
    void a_field_that_two_events_set_in_another_order_by_date_than_by_recording_is_laid_to_both() {
        CaseEvent opened = invented(1).get(0).get(0);
        LocalDate day = opened.effectiveOn();
        List<Fact> history = recorded(List.of(
                opened,
                new CaseAssigned(opened.caseId(), "later", day.plusDays(9)),
                new CaseAssigned(opened.caseId(), "earlier", day.plusDays(3))));

        List<Difference.Field> fields = difference(seen(at(2), history), seen(validAt(day.plusDays(20)), history));

        assertThat(fields).singleElement().satisfies(field -> {
            assertThat(field.path()).isEqualTo("header/caseworker");
            assertThat(String.valueOf(field.from())).isEqualTo("\"earlier\"");
            assertThat(String.valueOf(field.to())).isEqualTo("\"later\"");
            assertThat(field.events()).containsExactly(2L, 3L);
        });
    }

    @Test
    void a_step_that_only_the_day_makes_another_is_not_laid_to_an_event_that_changed_something_else() {
        InterventionDecided decided = decided();
        InterventionId which = decided.interventionId();
        LocalDate start = LocalDate.of(2013, 6, 10);
        List<Fact> history = new ArrayList<>(opened(decided, new InterventionStarted(decided.caseId(), which, start)));
        history.add(new Fact(
                new InterventionExtended(decided.caseId(), which, start.plusDays(90), TEXT, start.plusDays(1)),
                new Recorded(4, "event-3", FIRST.plus(20, ChronoUnit.DAYS), Map.of())));

        List<Difference.Field> fields = difference(seen(at(2), history), seen(at(3), history));

        assertThat(fields)
                .extracting(field -> field.path().replaceFirst(".*/", ""))
                .containsExactlyInAnyOrder("plannedEnd", "step");
        assertThat(fields)
                .filteredOn(field -> field.path().equals("step"))
                .singleElement()
                .satisfies(step -> assertThat(step.events()).isEmpty());
    }

    @Test
    void a_site_that_another_shifts_is_laid_to_that_other() {
        InterventionDecided decided = decided();
        LocalDate day = decided.effectiveOn();
        // The later move is learnt first.
        List<Fact> history =
                opened(decided, site(decided, "north", day.plusDays(9)), site(decided, "south", day.plusDays(5)));

        List<Difference.Field> fields =
                difference(seen(validAt(day.plusDays(5)), history), seen(validAt(day.plusDays(9)), history));

        assertThat(fields).hasSizeGreaterThan(3).allSatisfy(field -> {
            assertThat(field.path()).contains("/sites/");
            assertThat(field.events()).as(field.path()).containsExactly(3L);
        });
    }

    private static PlacementSiteChanged site(InterventionDecided decided, String tilbud, LocalDate on) {
        return new PlacementSiteChanged(decided.caseId(), decided.interventionId(), null, tilbud, TEXT, false, on);
    }

    /** A case that is opened for a decision, as these events go on with it. */
    private static List<Fact> opened(InterventionDecided decided, CaseEvent... events) {
        CaseOpened opened = (CaseOpened) invented(1).get(0).get(0);
        List<CaseEvent> all = new ArrayList<>(List.of(
                new CaseOpened(
                        decided.caseId(),
                        opened.citizenId(),
                        opened.caseNumber(),
                        opened.person(),
                        opened.targetGroup(),
                        opened.unit(),
                        opened.caseworker(),
                        decided.effectiveOn()),
                decided));
        all.addAll(List.of(events));
        return recorded(all);
    }

    private static InterventionDecided decided() {
        return invented(1).stream()
                .flatMap(List::stream)
                .filter(InterventionDecided.class::isInstance)
                .map(InterventionDecided.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** @return how many fields differ */
    private static int compare(Difference.Seen from, Difference.Seen to, String as) {
        List<Difference.Field> fields = difference(from, to);

        Map<String, JsonNode> changed = told(from);
        for (Difference.Field field : fields) {
            assertThat(changed.get(field.path())).as(as + " " + field).isEqualTo(field.from());
            if (field.to() == null) {
                changed.remove(field.path());
            } else {
                changed.put(field.path(), field.to());
            }
        }
        assertThat(changed).as(as).isEqualTo(told(to));

        Set<Long> onOneSide = onOneSide(from, to);
        for (Difference.Field field : fields) {
            assertThat(field.from()).as(as + " " + field).isNotEqualTo(field.to());
            if (!field.path().equals("step") || from.on().equals(to.on())) {
                assertThat(field.events()).as(as + " " + field).isNotEmpty();
            }
            if (!onOneSide.containsAll(field.events())) {
                assertThat(field.path()).as(as).startsWith("header/");
                assertThat(inOrder(from, field)).as(as + " " + field).isNotEqualTo(inOrder(to, field));
            }
        }
        return fields.size();
    }

    private static Set<Long> onOneSide(Difference.Seen from, Difference.Seen to) {
        Set<Long> all = new TreeSet<>(versions(from));
        all.addAll(versions(to));
        all.removeIf(version -> versions(from).contains(version) && versions(to).contains(version));
        return all;
    }

    /** The events of a field in the order in which they count. */
    private static List<Long> inOrder(Difference.Seen seen, Difference.Field field) {
        return versions(seen).stream().filter(field.events()::contains).toList();
    }

    private static List<Long> versions(Difference.Seen seen) {
        return seen.facts().stream().map(fact -> fact.recorded().version()).toList();
    }

    /** Every field of the state that the API answers, by the path that a difference gives it. */
    private static Map<String, JsonNode> told(Difference.Seen seen) {
        JsonNode state = OpenedTexts.tree(StateAnswer.of(seen.view(), seen.on()), SealedText::ciphertext);
        Map<String, JsonNode> fields = new TreeMap<>();
        state.path("caseFile").properties().forEach(field -> {
            if (!ELSEWHERE.contains(field.getKey())) {
                flatten("header/" + field.getKey(), field.getValue(), fields);
            }
        });
        state.at("/caseFile/interventions").forEach(course -> {
            JsonNode intervention = course.path("intervention");
            flatten("interventions/" + intervention.path("interventionId").asString(), intervention, fields);
        });
        state.at("/ladder/moves").forEach(move -> {
            JsonNode made = move.path("made");
            flatten("moves/" + made.path("version").asLong(), made, fields);
        });
        state.at("/compass/scorings")
                .forEach(scoring ->
                        flatten("scorings/" + scoring.path("scoringId").asString(), scoring, fields));
        state.at("/caseFile/networkMeetings")
                .forEach(meeting ->
                        flatten("meetings/" + meeting.path("meetingId").asString(), meeting, fields));
        if (state.has("step")) {
            fields.put("step", state.path("step"));
        }
        return fields;
    }

    private static void flatten(String path, JsonNode node, Map<String, JsonNode> fields) {
        if (node.isObject()) {
            node.properties().forEach(child -> flatten(path + "/" + child.getKey(), child.getValue(), fields));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                flatten(path + "/" + name(path, node.get(i), i), node.get(i), fields);
            }
        } else {
            assertThat(fields.put(path, node)).as("another " + path).isNull();
        }
    }

    private static String name(String path, JsonNode element, int place) {
        String id = path.endsWith("/wordings")
                ? "version"
                : path.endsWith("/scores") ? "dimension" : path.endsWith("/goals") ? "goalId" : "";
        return id.isEmpty() ? Integer.toString(place) : element.path(id).asString();
    }

    private static List<Difference.Field> difference(Difference.Seen from, Difference.Seen to) {
        return Difference.between(from, to, part -> OpenedTexts.tree(part, SealedText::ciphertext));
    }

    private static Difference.Seen seen(Point point, List<Fact> history) {
        List<Fact> facts = point.of(history);
        return new Difference.Seen(facts, PastCases.of(facts).orElseThrow(), point.date(facts, TODAY));
    }

    private static boolean isOpen(Point point, List<Fact> history) {
        return point.at() != null || !point.clocks().of(history).isEmpty();
    }

    private static Point at(long sequence) {
        return new Point(sequence, TwoClocks.NOW);
    }

    private static Point validAt(LocalDate day) {
        return new Point(null, new TwoClocks(day, null));
    }

    private static Point point(int events, Random random) {
        LocalDate day = RandomHistories.FIRST_DAY.plusDays(random.nextInt(3 * 365));
        Instant known = FIRST.plusSeconds(3_600L * random.nextInt(events + 1));
        return switch (random.nextInt(4)) {
            case 0 -> at(random.nextInt(events));
            case 1 -> validAt(day);
            case 2 -> new Point(null, new TwoClocks(null, known));
            default -> new Point(null, new TwoClocks(day, known));
        };
    }

    private static List<List<CaseEvent>> invented(long seed) {
        return new RandomHistories(seed).cases().stream().limit(CASES).toList();
    }

    /** With events of the kinds that the invented histories do not have. */
    private static List<CaseEvent> andMore(List<CaseEvent> events, Random random) {
        List<CaseEvent> all = new ArrayList<>();
        List<InterventionId> decided = new ArrayList<>();
        for (CaseEvent event : events) {
            all.add(event);
            if (event instanceof InterventionDecided decision) {
                decided.add(decision.interventionId());
            }
            LocalDate day = RandomHistories.FIRST_DAY.plusDays(random.nextInt(3 * 365));
            CaseId id = event.caseId();
            int kind = random.nextInt(8);
            if (kind == 0) {
                all.add(new CaseAssigned(id, "caseworker-" + random.nextInt(3), day));
            } else if (kind == 1) {
                all.add(new NetworkMeetingHeld(id, new MeetingId(uuid(random)), random.nextBoolean(), TEXT, day));
            } else if (kind == 2 && !decided.isEmpty()) {
                InterventionId which = decided.get(random.nextInt(decided.size()));
                all.add(new InterventionExtended(id, which, day.plusDays(random.nextInt(200)), TEXT, day));
            } else if (kind == 3 && !decided.isEmpty()) {
                InterventionId which = decided.get(random.nextInt(decided.size()));
                List<Goal> goals = random.nextBoolean() ? null : List.of(new Goal(new GoalId(uuid(random)), TEXT));
                RightStep right = random.nextBoolean() ? null : RightStep.RIGHT;
                all.add(new InterventionAdjusted(id, which, goals, TEXT, null, right, TEXT, day));
            }
        }
        return all;
    }

    /** An hour between each and the next. */
    private static List<Fact> recorded(List<CaseEvent> events) {
        List<Fact> facts = new ArrayList<>();
        for (CaseEvent event : events) {
            int before = facts.size();
            Instant at = FIRST.plusSeconds(3_600L * before);
            facts.add(new Fact(event, new Recorded(before + 1, "event-" + before, at, Map.of())));
        }
        return facts;
    }

    private static UUID uuid(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
