package dk.effektspor.query;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dk.effektspor.query.clocks.Fact;
import dk.effektspor.shared.casefile.CaseFileEvent.NetworkMeetingHeld;
import dk.effektspor.shared.casefile.CaseFileEvent.NoteAdded;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.CompassScored;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A case, its ladder, its compass, its parts and its timeline as true on one date, as known on another, beside what a
 * projection answers that was fed no more than counted then, and is asked on that day.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnyTwoDatesTest {

    private static final int SEEDS = 2;
    private static final LocalDate TODAY = LocalDate.of(2013, 10, 1);
    private static final List<String> WHOLE = List.of("", "/ladder", "/compass");

    /** A case and the two dates it is asked for, with what is to count by them. */
    private record Question(
            List<Fact> history,
            @Nullable LocalDate validAt,
            @Nullable Instant knownAt,
            List<Fact> fed) {

        LocalDate day() {
            if (validAt != null) {
                return validAt;
            }
            return knownAt == null ? TODAY : LocalDate.ofInstant(knownAt, ZoneId.of("Europe/Copenhagen"));
        }

        String address() {
            return "/api/v1/cases/" + history.get(0).event().caseId();
        }

        String clocks() {
            return (validAt == null ? "" : "&validAt=" + validAt) + (knownAt == null ? "" : "&knownAt=" + knownAt);
        }

        boolean isReordered() {
            return !fed.equals(fed.stream()
                    .sorted(Comparator.comparing(fact -> fact.recorded().version()))
                    .toList());
        }

        @Override
        public String toString() {
            return address() + clocks();
        }
    }

    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private final String address = mongo.bindAndGetConnectionString();
    private final AskedReadSide all = new AskedReadSide(address + "/all", TODAY);
    private final AskedReadSide fresh = new AskedReadSide(address + "/fresh", TODAY);
    private final List<Question> questions = new ArrayList<>();

    @BeforeAll
    void feed() {
        for (long seed = 1; seed <= SEEDS; seed++) {
            LearntHistories histories = new LearntHistories(seed);
            Random random = new Random(seed);
            for (List<Fact> history : histories.cases()) {
                LocalDate validAt = random.nextInt(4) == 0 ? null : later(histories::day);
                Instant knownAt = random.nextInt(4) == 0 ? null : later(histories::instant);
                Question question = new Question(history, validAt, knownAt, FedNoMore.of(history, validAt, knownAt));
                questions.add(question);
                all.publish(history);
                fresh.publish(question.fed());
            }
        }
        all.awaitViews();
        fresh.awaitViews();
    }

    @AfterAll
    void close() {
        all.close();
        fresh.close();
        mongo.shutdownNow();
    }

    @Test
    void the_questions_are_hard_enough() {
        assertThat(count(question -> true)).isGreaterThan(100);
        assertThat(count(question -> question.fed().isEmpty()))
                .as("not there yet")
                .isGreaterThan(20);
        assertThat(count(question -> question.fed().size() > 5
                        && question.fed().size() < question.history().size()))
                .as("some of it")
                .isGreaterThan(40);
        assertThat(count(Question::isReordered))
                .as("true in another order than it was learnt in")
                .isGreaterThan(20);
    }

    /** The later of two, so that most cases were there and known. */
    private static <T extends Comparable<? super T>> T later(Supplier<T> any) {
        T one = any.get();
        T other = any.get();
        return one.compareTo(other) < 0 ? other : one;
    }

    private long count(Predicate<Question> which) {
        return questions.stream().filter(which).count();
    }

    @Test
    void a_case_its_ladder_its_compass_and_its_parts_are_those_of_a_projection_fed_no_more() {
        Random random = new Random(1);
        for (Question question : questions) {
            fresh.today(question.day());
            for (String view : views(question, random)) {
                JsonNode then = all.ask(question.address() + view + "?atLeast=1" + question.clocks());
                if (question.fed().isEmpty()) {
                    assertThat(then.path("problem").asString()).isEqualTo("clocks.not-yet");
                    continue;
                }
                JsonNode expected = fresh.ask(question.address() + view);
                OwnNumbers.giveBack(expected, question.fed());
                if (WHOLE.contains(view)) {
                    asOfTheLastRecorded((ObjectNode) expected, question.fed());
                }
                assertThat(then).as("%s of %s", view, question).isEqualTo(expected);
            }
        }
    }

    @Test
    void a_timeline_is_that_of_a_projection_fed_no_more_in_either_order_page_by_page() {
        Random random = new Random(1);
        for (Question question : questions) {
            boolean byRecording = random.nextBoolean();
            boolean ascending = random.nextBoolean();
            String asked = question.address() + "/timeline?order=" + (byRecording ? "RECORDED" : "EFFECTIVE")
                    + "&direction=" + (ascending ? "ASC" : "DESC");
            List<JsonNode> pages = pages(asked + "&limit=" + (4 + random.nextInt(20)) + question.clocks());
            if (question.fed().isEmpty()) {
                assertThat(pages.get(0).path("problem").asString()).isEqualTo("clocks.not-yet");
                continue;
            }
            JsonNode expected = fresh.ask(question.address() + "/timeline?limit=200");
            OwnNumbers.giveBack(expected, question.fed());
            List<JsonNode> entries = new ArrayList<>();
            expected.path("entries").forEach(entries::add);
            Comparator<JsonNode> byVersion =
                    Comparator.comparing(entry -> entry.path("version").asLong());
            Comparator<JsonNode> order = byRecording
                    ? byVersion
                    : Comparator.comparing((JsonNode entry) ->
                                    entry.path("effectiveOn").asString())
                            .thenComparing(byVersion);
            entries.sort(ascending ? order : order.reversed());

            assertThat(pages.stream().flatMap(page -> page.path("entries").valueStream()))
                    .as("%s of %s", asked, question)
                    .containsExactlyElementsOf(entries);
            assertThat(pages)
                    .allSatisfy(page -> assertThat(page.path("version").asLong())
                            .isEqualTo(last(question.fed()).recorded().version()));
        }
    }

    private List<JsonNode> pages(String asked) {
        List<JsonNode> pages = new ArrayList<>();
        JsonNode page = all.ask(asked);
        pages.add(page);
        while (page.hasNonNull("next")) {
            page = all.ask(asked + "&cursor=" + page.path("next").asString());
            pages.add(page);
        }
        return pages;
    }

    /** The whole case in its three tellings, and one of the parts that are known today. */
    private static List<String> views(Question question, Random random) {
        List<String> parts = new ArrayList<>();
        question.history().forEach(fact -> {
            if (fact.event() instanceof InterventionDecided decided) {
                parts.add("/interventions/" + decided.interventionId());
            } else if (fact.event() instanceof CompassScored scored) {
                parts.add("/compass-scores/" + scored.scoringId());
            } else if (fact.event() instanceof NetworkMeetingHeld held) {
                parts.add("/network-meetings/" + held.meetingId());
            } else if (fact.event() instanceof NoteAdded added) {
                parts.add("/notes/" + added.noteId());
            }
        });
        List<String> views = new ArrayList<>(WHOLE);
        if (!parts.isEmpty()) {
            views.add(parts.get(random.nextInt(parts.size())));
        }
        return views;
    }

    /** What is fed by its own date may not have been recorded last; a case is as new as the last that was. */
    private static void asOfTheLastRecorded(ObjectNode told, List<Fact> fed) {
        Fact last = last(fed);
        told.put("version", Math.toIntExact(last.recorded().version()));
        if (told.has("updatedAt")) {
            told.put("updatedAt", last.recorded().recordedAt().toString());
        }
    }

    private static Fact last(List<Fact> fed) {
        return fed.stream()
                .max(Comparator.comparing(fact -> fact.recorded().version()))
                .orElseThrow();
    }
}
