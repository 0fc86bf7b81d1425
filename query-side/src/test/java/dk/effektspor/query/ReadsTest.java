package dk.effektspor.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import dk.effektspor.platform.security.Role;
import dk.effektspor.platform.security.SignedIn;
import dk.effektspor.platform.vault.Vault;
import dk.effektspor.query.platform.Projections;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.CaseEvents;
import dk.effektspor.shared.EventSamples;
import dk.effektspor.shared.casefile.CaseFileEvent.NetworkMeetingHeld;
import dk.effektspor.shared.casefile.CaseFileEvent.NoteAdded;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The read side as it runs: PostgreSQL, MongoDB's protocol, real processors and keys. */
@SpringBootTest(
        classes = QuerySide.class,
        properties = {"effektspor.projections.progress-every=100ms", "effektspor.projections.read-wait=8s"})
@DirtiesContext
class ReadsTest {

    private static final Path FORMS = Path.of("src/test/resources/view-forms.txt");
    private static final String OWN = "BBU-NOERREBRO";
    private static final String OTHER = "BBU-VALBY";
    private static int count;

    @TempDir
    static Path data;

    @Autowired
    WebApplicationContext context;

    @Autowired
    EventStore events;

    @Autowired
    Vault vault;

    @Autowired
    Projections projections;

    @Autowired
    MongoDatabase database;

    private MockMvc http;
    private SampleCase sample;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("effektspor.data", () -> data.resolve("data").toString());
        registry.add("effektspor.ledger.folder", () -> data.resolve("log").toString());
    }

    @BeforeEach
    void a_case_in_the_own_unit() {
        http = MockMvcBuilders.webAppContextSetup(context)
                .addFilters(context.getBean("lookRecorder", Filter.class))
                .defaultRequest(MockMvcRequestBuilders.get("/").header("Access-Purpose", "quality-control"))
                .build();
        signIn(Role.CASEWORKER, OWN);
        sample = newCase(OWN);
        publish(1, sample.events());
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_case_is_told_with_its_texts_opened() {
        JsonNode found = json(get("/api/v1/cases/{id}?atLeast=10", sample.caseId.value()));

        assertThat(found.at("/person/name").stringValue()).isEqualTo(SampleCase.NAME);
        assertThat(found.at("/version").intValue()).isEqualTo(10);
        assertThat(found.at("/step").intValue()).isEqualTo(1);
        assertThat(found.at("/interventions/0/status").stringValue()).isEqualTo("ENDED");
        assertThat(found.at("/interventions/0/intervention/terms/reason").stringValue())
                .isEqualTo("Der er brug for ro");
    }

    @Test
    void the_version_is_the_tag_and_answers_not_modified() {
        MockHttpServletResponse answer = get("/api/v1/cases/{id}?atLeast=10", sample.caseId.value());
        assertThat(answer.getHeader("ETag")).isEqualTo("\"10\"");

        MockHttpServletResponse again = perform(MockMvcRequestBuilders.get("/api/v1/cases/{id}", sample.caseId.value())
                .header("If-None-Match", "\"10\""));
        assertThat(again.getStatus()).isEqualTo(304);
    }

    @Test
    void the_ladder_tells_position_moves_and_the_readings_they_rest_on() {
        JsonNode now = json(get("/api/v1/cases/{id}/ladder?atLeast=10", sample.caseId.value()));
        assertThat(now.at("/course").toString())
                .isEqualTo("[{\"step\":5,\"from\":\"2025-02-03\",\"until\":\"2025-09-01\"},"
                        + "{\"step\":1,\"from\":\"2025-09-01\"}]");
        assertThat(now.at("/moves/0/made/kind").stringValue()).isEqualTo("stepped-down");
        assertThat(now.at("/moves/0/made/move/reason").stringValue()).isEqualTo("Klarer sig godt");
        assertThat(now.at("/moves/0/restsOn/0/mean").doubleValue()).isEqualTo(6);

        assertThat(ladderOn("2025-02-02").has("step")).isFalse();
        assertThat(ladderOn("2025-02-03").at("/step").intValue()).isEqualTo(5);
        assertThat(ladderOn("2025-08-31").at("/step").intValue()).isEqualTo(5);
        assertThat(ladderOn("2025-09-01").at("/step").intValue()).isEqualTo(1);
        assertThat(ladderOn("2025-09-01").at("/active").size()).isEqualTo(1);
    }

    @Test
    void the_compass_counts_the_corrected_reading_and_shows_the_old_one() {
        JsonNode compass = json(get("/api/v1/cases/{id}/compass?atLeast=10", sample.caseId.value()));

        assertThat(compass.at("/series").size()).isEqualTo(10);
        assertThat(compass.at("/series/0/sinceEntry").intValue()).isEqualTo(2);
        assertThat(compass.at("/scorings/0/wordings").size()).isEqualTo(2);
        assertThat(compass.at("/scorings/0/wordings/0/scoring/scores/0/score").intValue())
                .isEqualTo(3);
        assertThat(compass.at("/scorings/0/wordings/1/reason").stringValue()).isEqualTo("Tastefejl");
    }

    @Test
    void the_timeline_shows_a_correction_beside_what_it_corrects() {
        JsonNode entries = json(get(
                        "/api/v1/cases/{id}/timeline?atLeast=10&order=RECORDED&direction=ASC", sample.caseId.value()))
                .at("/entries");

        assertThat(entries.size()).isEqualTo(10);
        assertThat(entries.at("/1/correctedBy/0").intValue()).isEqualTo(10);
        assertThat(entries.at("/9/corrects").intValue()).isEqualTo(2);
        assertThat(entries.at("/9/why").stringValue()).isEqualTo("Tastefejl");
        assertThat(entries.at("/9/who/actor").stringValue()).isEqualTo("anna");
        assertThat(entries.at("/3/sentence").stringValue()).endsWith("blev sat i gang.");
    }

    @Test
    void a_timeline_speaks_english_to_who_asks_for_it() {
        MockHttpServletResponse answer = perform(MockMvcRequestBuilders.get(
                        "/api/v1/cases/{id}/timeline?atLeast=10&direction=ASC", sample.caseId.value())
                .header("Accept-Language", "en"));

        assertThat(json(answer).at("/entries/0/sentence").stringValue())
                .startsWith("Case " + sample.caseNumber + " was opened in Child and family unit");
    }

    @Test
    void paging_by_either_clock_is_stable_while_new_facts_arrive() {
        for (String order : List.of("effective", "RECORDED")) {
            for (String direction : List.of("asc", "DESC")) {
                SampleCase paged = newCase(OWN);
                publish(1, paged.events());
                List<Integer> seen = new ArrayList<>();
                String address = "/api/v1/cases/{id}/timeline?limit=3&order=" + order + "&direction=" + direction;
                JsonNode page = json(get(address + "&atLeast=10", paged.caseId.value()));
                page.at("/entries").forEach(e -> seen.add(e.at("/version").intValue()));
                publish(11, List.of(paged.note("nyt", LocalDate.of(2025, 3, 1))));
                while (page.has("next")) {
                    page = json(get(
                            address + "&atLeast=11&cursor=" + page.at("/next").stringValue(), paged.caseId.value()));
                    page.at("/entries").forEach(e -> seen.add(e.at("/version").intValue()));
                }
                assertThat(seen)
                        .as(order + direction)
                        .doesNotHaveDuplicates()
                        .containsAll(IntStream.rangeClosed(1, 10).boxed().toList());
            }
        }
    }

    @Test
    void an_unknown_case_is_404_and_another_unit_s_403() {
        SampleCase foreign = newCase(OTHER);
        publish(1, foreign.events());
        for (String view : List.of("", "/ladder", "/compass", "/timeline")) {
            assertThat(get("/api/v1/cases/{id}" + view, UUID.randomUUID()).getStatus())
                    .isEqualTo(404);
            assertThat(get("/api/v1/cases/{id}" + view + "?atLeast=1", UUID.randomUUID())
                            .getStatus())
                    .isEqualTo(404);
            assertThat(get("/api/v1/cases/{id}" + view + "?atLeast=10", foreign.caseId.value())
                            .getStatus())
                    .isEqualTo(403);
        }
        signIn(Role.AUDITOR);
        assertThat(get("/api/v1/cases/{id}", foreign.caseId.value()).getStatus())
                .isEqualTo(200);
        signIn(Role.ANALYST);
        assertThat(get("/api/v1/cases/{id}", foreign.caseId.value()).getStatus())
                .isEqualTo(403);
    }

    @Test
    void a_version_that_does_not_come_is_answered_try_again() {
        MockHttpServletResponse answer = get("/api/v1/cases/{id}?atLeast=99", sample.caseId.value());

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isNotNull();
        assertThat(json(answer).at("/code").stringValue()).isEqualTo("view.behind");
        assertThat(json(answer).at("/detail").stringValue()).contains("Version 99");
    }

    @Test
    void a_list_holds_the_cases_of_one_s_own_units_only() {
        SampleCase foreign = newCase(OTHER);
        publish(1, foreign.events());
        awaitViews();

        assertThat(caseNumbers("/api/v1/cases?limit=200"))
                .contains(sample.caseNumber)
                .doesNotContain(foreign.caseNumber);
        assertThat(get("/api/v1/cases?unit=" + OTHER).getStatus()).isEqualTo(403);
        assertThat(get("/api/v1/cases?unit=FOO").getStatus()).isEqualTo(400);
        assertThat(json(get("/api/v1/cases?unit=FOO")).at("/detail").stringValue())
                .isEqualTo("Parameteren unit er ugyldig: der er ingen enhed med den kode.");
        signIn(Role.AUDITOR);
        assertThat(get("/api/v1/cases?unit=FOO").getStatus()).isEqualTo(400);
        assertThat(caseNumbers("/api/v1/cases?limit=200")).contains(sample.caseNumber, foreign.caseNumber);
    }

    @Test
    void a_list_can_be_filtered() {
        awaitViews();
        String number = "/api/v1/cases?caseNumber=" + sample.caseNumber;

        for (String yes : List.of(
                "mine=true", "step=1", "status=OPEN", "status=open", "targetGroup=UBU-13-18", "caseworker=anna")) {
            assertThat(caseNumbers(number + "&" + yes)).as(yes).containsExactly(sample.caseNumber);
        }
        for (String no : List.of("step=5", "status=closed", "targetGroup=BMH", "caseworker=bo")) {
            assertThat(caseNumbers(number + "&" + no)).as(no).isEmpty();
        }
    }

    @Test
    void a_list_of_250_cases_can_be_paged_in_every_order_while_cases_are_added() {
        signIn(Role.AUDITOR);
        List<SampleCase> many = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            SampleCase one = newCase(OTHER);
            many.add(one);
            publish(1, one.events().subList(0, i % 3 == 0 ? 10 : 1));
        }
        awaitViews();
        List<String> known = many.stream().map(one -> one.caseNumber).toList();
        for (String sort : List.of("opened", "updated", "case-number", "case_number", "POSITION")) {
            for (String direction : List.of("asc", "DESC")) {
                String address = "/api/v1/cases?limit=40&unit=" + OTHER + "&sort=" + sort + "&direction=" + direction;
                List<JsonNode> lines = new ArrayList<>();
                JsonNode page = json(get(address));
                page.at("/cases").forEach(lines::add);
                publish(1, newCase(OTHER).events().subList(0, 1));
                while (page.has("next")) {
                    page = json(get(address + "&cursor=" + page.at("/next").stringValue()));
                    page.at("/cases").forEach(lines::add);
                }
                List<String> numbers = lines.stream()
                        .map(line -> line.at("/caseNumber").stringValue())
                        .toList();
                assertThat(numbers).as(sort + direction).doesNotHaveDuplicates().containsAll(known);
                assertThat(lines).as(sort + direction).isSortedAccordingTo(order(sort, direction));
            }
        }
    }

    private static Comparator<JsonNode> order(String sort, String direction) {
        Comparator<JsonNode> ascending = switch (sort) {
            case "opened" -> text("/openedOn");
            case "updated" ->
                Comparator.comparing(line -> Instant.parse(line.at("/updatedAt").stringValue()));
            case "POSITION" -> Comparator.comparing(line -> line.at("/step").intValue(0));
            default -> text("/caseNumber");
        };
        Comparator<JsonNode> byPlace = ascending.thenComparing(text("/caseId"));
        return direction.equalsIgnoreCase("asc") ? byPlace : byPlace.reversed();
    }

    private static Comparator<JsonNode> text(String place) {
        return Comparator.comparing(line -> line.at(place).stringValue());
    }

    @Test
    void what_a_list_cannot_be_is_named_with_what_it_can() {
        Map<String, String> wrong = Map.of(
                "cases?sort=shoe-size",
                "CASE_NUMBER",
                "cases?direction=up",
                "DESC",
                "cases?status=lost",
                "CLOSED",
                "cases/" + sample.caseId + "/timeline?order=alphabetic",
                "EFFECTIVE",
                "cases/" + sample.caseId + "/timeline?direction=up",
                "ASC");
        wrong.forEach((address, allowed) -> {
            MockHttpServletResponse answer = get("/api/v1/" + address);
            assertThat(answer.getStatus()).as(address).isEqualTo(400);
            assertThat(json(answer).at("/code").stringValue()).isEqualTo("request.unknown-value");
            assertThat(json(answer).at("/detail").stringValue()).contains(allowed);
        });
        assertThat(get("/api/v1/cases?cursor=abc").getStatus()).isEqualTo(400);
        assertThat(get("/api/v1/cases?limit=201").getStatus()).isEqualTo(400);
    }

    @Test
    void the_parts_of_a_case_are_where_the_answers_to_writes_say() {
        NoteAdded note = sample.note("Ringede hjem", LocalDate.of(2025, 3, 1));
        NetworkMeetingHeld meeting = sample.meeting("Alle kom", LocalDate.of(2025, 3, 2));
        publish(11, List.of(note, meeting));
        String address = "/api/v1/cases/" + sample.caseId.value();
        Map<String, String> parts = Map.of(
                "/interventions/" + sample.placement.value(), "/intervention/terms/reason",
                "/compass-scores/" + sample.entry.value(), "/wordings/1/reason",
                "/notes/" + note.noteId().value(), "/text",
                "/network-meetings/" + meeting.meetingId().value(), "/summary");
        parts.forEach((part, text) -> {
            MockHttpServletResponse answer = get(address + part + "?atLeast=12");
            assertThat(answer.getStatus()).as(part).isEqualTo(200);
            assertThat(answer.getHeader("ETag")).isEqualTo("\"12\"");
            assertThat(List.of("Der er brug for ro", "Tastefejl", "Ringede hjem", "Alle kom"))
                    .contains(json(answer).at(text).stringValue());
            String unknown = part.substring(0, part.lastIndexOf('/') + 1) + UUID.randomUUID();
            MockHttpServletResponse none = get(address + unknown);
            assertThat(none.getStatus()).as(unknown).isEqualTo(404);
            assertThat(json(none).at("/code").stringValue()).isEqualTo("case.unknown-part");
        });
    }

    @Test
    void an_erased_citizen_s_texts_read_as_erased() {
        SampleCase erased = new SampleCase(new KeyGone(vault), cpr(++count), OWN, "2025-%07d".formatted(count));
        publish(1, erased.events());
        publish(11, List.of(erased.note("Ringede hjem", LocalDate.of(2025, 3, 1))));
        awaitViews();

        String address = "/api/v1/cases/" + erased.caseId.value();
        JsonNode found = json(get(address));
        assertThat(found.at("/person/name").stringValue()).isEqualTo("slettet");
        assertThat(found.at("/interventions/0/intervention/terms/reason").stringValue())
                .isEqualTo("slettet");
        assertThat(json(get(address + "/ladder"))
                        .at("/moves/0/made/move/reason")
                        .stringValue())
                .isEqualTo("slettet");
        assertThat(json(get(address + "/compass"))
                        .at("/scorings/0/wordings/1/reason")
                        .stringValue())
                .isEqualTo("slettet");
        JsonNode told = json(perform(MockMvcRequestBuilders.get(address + "/timeline?order=recorded&direction=asc")
                .header("Accept-Language", "en")));
        assertThat(told.at("/entries/0/details/person/name").stringValue()).isEqualTo("erased");
        assertThat(told.at("/entries/10/details/text").stringValue()).isEqualTo("erased");
        assertThat(told.at("/entries/9/why").stringValue()).isEqualTo("erased");
        assertThat(json(get("/api/v1/cases?caseNumber=" + erased.caseNumber))
                        .at("/cases/0/name")
                        .stringValue())
                .isEqualTo("slettet");
    }

    @Test
    void a_citizen_is_found_by_cpr_in_the_body() {
        awaitViews();
        JsonNode found = json(search("{\"cpr\":\"" + cpr(count) + "\"}"));

        assertThat(found.at("/cases/0/caseNumber").stringValue()).isEqualTo(sample.caseNumber);
        assertThat(found.at("/cases/0/name").stringValue()).isEqualTo(SampleCase.NAME);
        assertThat(search("{\"cpr\":\"123\"}").getStatus()).isEqualTo(400);
        assertThat(json(search("{\"cpr\":\"" + cpr(999) + "\"}")).at("/cases").size())
                .isZero();
    }

    @Test
    void catalogues_are_open_to_everyone_signed_in() {
        signIn(Role.ANALYST);
        JsonNode contents = json(get("/api/v1/catalogues"));
        assertThat(contents.at("/entries").propertyNames())
                .containsExactly("compasses", "ladders", "measures", "programmes", "offers", "units", "bydele");
        for (String name : contents.at("/entries").propertyNames()) {
            MockHttpServletResponse answer = get("/api/v1/catalogues/" + name);
            assertThat(json(answer).at("/entries").size()).isPositive();
            assertThat(answer.getHeader("ETag"))
                    .as("another file is another answer, whatever its edition is called")
                    .isEqualTo('"' + contents.at("/sha256").stringValue() + '"');
        }
        assertThat(get("/api/v1/catalogues/others").getStatus()).isEqualTo(404);
    }

    @Test
    void every_projection_takes_in_every_event_there_is() throws IOException {
        List<CaseEvent> samples = EventSamples.all();
        assertThat(samples.stream().map(Object::getClass))
                .containsAll(CaseEvents.types().toList());

        publish(1, samples);
        awaitViews();

        assertThat(projections.groups()).containsExactlyInAnyOrder("timeline-view", "case-view", "effect-view");
        Map<String, String> documents = Map.of(
                "timeline_view_2", EventSamples.CASE + "/1",
                "case_view_1", EventSamples.CASE.toString(),
                "effect_view_3", EventSamples.CASE.toString());
        documents.forEach((collection, id) -> assertThat(database.getCollection(collection)
                        .find(Filters.eq("_id", id))
                        .first())
                .as(collection)
                .isNotNull()
                .containsEntry("version", (long) samples.size()));
        theyAreOfTheShapeApprovedForTheNumberOfTheirForm(documents);
    }

    /** Another release on the same database takes every document of a collection for one of the form that its name says. */
    private void theyAreOfTheShapeApprovedForTheNumberOfTheirForm(Map<String, String> documents) throws IOException {
        StringBuilder shapes = new StringBuilder();
        new TreeMap<>(documents).forEach((collection, id) -> {
            Document document = Objects.requireNonNull(database.getCollection(collection)
                    .find(Filters.eq("_id", id))
                    .first());
            shapes.append(collection).append('\n');
            Shape.of(document).forEach(line -> shapes.append("  ").append(line).append('\n'));
        });
        if (Boolean.getBoolean("effektspor.approve")) {
            Files.writeString(FORMS, shapes);
        }
        assertThat(FORMS)
                .as("what is written into a view has changed: give its form the next number, and approve with"
                        + " -Deffektspor.approve=true")
                .hasContent(shapes.toString());
    }

    @Test
    void a_ledger_s_folder_outside_the_data_folder_is_told_with_what_is_left_there() {
        signIn(Role.OPERATOR, OWN);
        JsonNode folder = json(get("/api/v1/operations/status")).at("/foldersElsewhere/0");

        assertThat(folder.path("what").stringValue()).isEqualTo("LEDGER");
        assertThat(folder.path("path").stringValue())
                .isEqualTo(data.resolve("log").toString());
        assertThat(folder.path("freeBytes").longValue()).isPositive();
    }

    @Test
    void a_rebuild_gives_the_same_answers() throws Exception {
        List<String> views = List.of("", "/ladder", "/compass", "/timeline");
        List<String> before = views.stream().map(this::answer).toList();

        for (String group : projections.groups()) {
            projections.rebuild(group);
        }
        awaitViews();

        assertThat(views.stream().map(this::answer)).isEqualTo(before);
    }

    private String answer(String view) {
        return json(get("/api/v1/cases/{id}" + view + "?atLeast=10", sample.caseId.value()))
                .toString();
    }

    private JsonNode ladderOn(String date) {
        return json(get("/api/v1/cases/{id}/ladder?on=" + date, sample.caseId.value()));
    }

    private List<String> caseNumbers(String address) {
        List<String> numbers = new ArrayList<>();
        add(numbers, json(get(address)));
        return numbers;
    }

    private static void add(List<String> numbers, JsonNode page) {
        page.at("/cases").forEach(line -> numbers.add(line.at("/caseNumber").stringValue()));
    }

    private MockHttpServletResponse search(String body) {
        return perform(MockMvcRequestBuilders.post("/api/v1/cases/search")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }

    private MockHttpServletResponse get(String address, Object... ids) {
        return perform(MockMvcRequestBuilders.get(address, ids));
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) {
        try {
            MockHttpServletResponse response = http.perform(request).andReturn().getResponse();
            response.setDefaultCharacterEncoding("UTF-8");
            return response;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(MockHttpServletResponse answer) {
        return JsonMapper.shared().readTree(answer.getContentAsByteArray());
    }

    private void awaitViews() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> projections.lags().stream().allMatch(lag -> lag.caughtUp() && lag.events() == 0));
    }

    private SampleCase newCase(String unit) {
        count++;
        return new SampleCase(vault, cpr(count), unit, "2025-%07d".formatted(count));
    }

    private static String cpr(int number) {
        return "710112%04d".formatted(number);
    }

    private void publish(long fromVersion, List<? extends CaseEvent> facts) {
        events.publish(IntStream.range(0, facts.size())
                .mapToObj(i -> new GenericDomainEventMessage<>(
                        "CaseFile",
                        facts.get(i).caseId().toString(),
                        fromVersion - 1 + i,
                        facts.get(i),
                        Map.of("actor", "anna", "role", "CASEWORKER")))
                .toList());
    }

    private static void signIn(Role role, String... units) {
        SecurityContextHolder.getContext()
                .setAuthentication(new SignedIn("anna", role, List.of(units)).authentication());
    }
}
