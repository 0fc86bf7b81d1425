package dk.effektspor.query;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.platform.security.Role;
import dk.effektspor.platform.security.SignedIn;
import dk.effektspor.platform.vault.Vault;
import dk.effektspor.query.platform.Projections;
import dk.effektspor.shared.CaseEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
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

    private MockMvc http;
    private SampleCase sample;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("effektspor.data", () -> data.resolve("data").toString());
    }

    @BeforeEach
    void a_case_in_the_own_unit() {
        http = MockMvcBuilders.webAppContextSetup(context).build();
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
        assertThat(entries.at("/3/sentence").stringValue()).endsWith("begyndte.");
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
        for (String order : List.of("EFFECTIVE", "RECORDED")) {
            for (String direction : List.of("ASC", "DESC")) {
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
        signIn(Role.AUDITOR);
        assertThat(caseNumbers("/api/v1/cases?limit=200")).contains(sample.caseNumber, foreign.caseNumber);
    }

    @Test
    void a_list_can_be_filtered() {
        awaitViews();
        String number = "/api/v1/cases?caseNumber=" + sample.caseNumber;

        for (String yes : List.of("mine=true", "step=1", "status=OPEN", "targetGroup=UBU-13-18", "caseworker=anna")) {
            assertThat(caseNumbers(number + "&" + yes)).as(yes).containsExactly(sample.caseNumber);
        }
        for (String no : List.of("step=5", "status=CLOSED", "targetGroup=BMH", "caseworker=bo")) {
            assertThat(caseNumbers(number + "&" + no)).as(no).isEmpty();
        }
    }

    @Test
    void a_list_can_be_paged_in_every_order_without_losing_a_case() {
        for (int i = 0; i < 4; i++) {
            publish(1, newCase(OWN).events());
        }
        awaitViews();
        List<String> all = caseNumbers("/api/v1/cases?limit=200");
        for (String sort : List.of("OPENED", "UPDATED", "CASE_NUMBER", "POSITION")) {
            for (String direction : List.of("ASC", "DESC")) {
                String address = "/api/v1/cases?limit=2&sort=" + sort + "&direction=" + direction;
                List<String> seen = new ArrayList<>();
                JsonNode page = json(get(address));
                add(seen, page);
                while (page.has("next") && !page.at("/next").isNull()) {
                    page = json(get(address + "&cursor=" + page.at("/next").stringValue()));
                    add(seen, page);
                }
                assertThat(seen).as(sort + direction).containsExactlyInAnyOrderElementsOf(all);
            }
        }
        assertThat(get("/api/v1/cases?cursor=abc").getStatus()).isEqualTo(400);
        assertThat(get("/api/v1/cases?limit=201").getStatus()).isEqualTo(400);
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
                    .isEqualTo('"' + contents.at("/version").stringValue() + '"');
        }
        assertThat(get("/api/v1/catalogues/others").getStatus()).isEqualTo(404);
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
