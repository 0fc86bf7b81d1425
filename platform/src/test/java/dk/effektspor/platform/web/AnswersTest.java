package dk.effektspor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.platform.security.Caller;
import dk.effektspor.platform.security.PlatformTest;
import dk.effektspor.platform.security.Role;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
@ExtendWith(OutputCaptureExtension.class)
class AnswersTest {

    private static final String CASE = "/api/v1/test/cases/00000000-0000-4000-8000-000000000000";
    private static final String GOOD = "{'effectiveOn':'2024-01-01','colour':'RED','scores':[]}".replace('\'', '"');

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcClient jdbc;

    private Caller nobody;
    private Caller caseworker;
    private Caller operator;

    @BeforeEach
    void sign_in() {
        nobody = Caller.of(environment);
        caseworker = nobody.as(Role.CASEWORKER, jdbc);
        operator = nobody.as(Role.OPERATOR, jdbc);
    }

    @Test
    void a_good_body_is_taken() {
        HttpResponse<String> answer = caseworker.with("If-Match", "\"7\"").post(CASE, GOOD);

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
    }

    @Test
    void a_short_answer_is_sent_whole_with_its_length() {
        HttpResponse<String> answer = caseworker.get("/api/v1/test/me");

        assertThat(answer.body()).isNotEmpty();
        assertThat(answer.headers().firstValueAsLong("Content-Length"))
                .hasValue(answer.body().getBytes(StandardCharsets.UTF_8).length);
        assertThat(answer.headers().firstValue("Transfer-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | request.missing-body |  | ",
                "null | request.missing-body |  | ",
                "{ | request.unreadable |  | ",
                "[] | request.unreadable |  | ",
                "{'effectiveOn':'2024-01-01','colour':'RED','scores':[]} x | request.unreadable |  | ",
                "{'colour':'RED','colour':'RED'} | request.unreadable |  | ",
                "{} | request.invalid-field | effectiveOn | required",
                "{'effectiveOn':'2024-13-01','colour':'RED','scores':[]} | request.invalid-field | effectiveOn | date",
                "{'effectiveOn':'2024-01-01','colour':'RED','scores':null} | request.invalid-field | scores | required",
                "{'effectiveOn':'2024-01-01','colour':'RED','scores':'SECRET'} | request.invalid-field | scores | list",
                "{'effectiveOn':'2024-01-01','colour':'SECRET','scores':[]} | request.unknown-value | colour | one-of",
                "{'effectiveOn':'2024-01-01','colour':0,'scores':[]} | request.unknown-value | colour | one-of",
                "{'effectiveOn':'2024-01-01','colour':'RED','scores':[],'id':'SECRET'} | request.invalid-field | id | uuid",
                "{'effectiveOn':'2024-01-01','colour':'RED','scores':[],'other':'SECRET'} | request.unknown-field | other | ",
                "{'effectiveOn':'2024-01-01','colour':'RED','scores':[],'610112-0001':1} | request.unknown-field | ? | ",
                "{'effectiveOn':'2024-01-01','colour':'RED','scores':[{'dimension':'a'},{'dimension':'b','score':5.5}]}"
                        + " | request.invalid-field | scores[1].score | integer",
                "{'effectiveOn':'2024-01-01','colour':'RED','scores':[{'dimension':'a','score':'5'}]}"
                        + " | request.invalid-field | scores[0].score | integer",
                "{'effectiveOn':'2024-01-01','colour':'RED','scores':[{'dimension':7}]}"
                        + " | request.invalid-field | scores[0].dimension | text",
                "{'effectiveOn':'2024-01-01','colour':'RED','scores':[{}]}"
                        + " | request.invalid-field | scores[0].dimension | required"
            })
    void a_bad_body_is_told_where_it_is_wrong_and_never_quoted(
            String body, String code, @Nullable String field, @Nullable String rule) {
        HttpResponse<String> answer = caseworker.post(CASE, body.replace('\'', '"'));

        assertProblem(answer, 400, code);
        JsonNode facts = json(answer).path("facts");
        assertThat(facts.path("field").asString(null)).isEqualTo(field);
        assertThat(facts.path("rule").asString(null)).isEqualTo(rule);
        assertThat(answer.body())
                .doesNotContain("SECRET")
                .doesNotContain("610112")
                .doesNotContain("2024-13");
    }

    @Test
    void a_wrong_name_of_a_list_is_answered_with_the_list() {
        JsonNode problem = json(caseworker.post(CASE, GOOD.replace("RED", "BLUE")));

        assertThat(problem.path("facts").path("allowed")).hasToString("[\"RED\",\"GREEN\"]");
        assertThat(problem.path("detail").asString()).isEqualTo("colour skal være en af: RED, GREEN.");
    }

    @Test
    void parameters_are_judged_like_bodies() {
        assertProblem(caseworker.get("/api/v1/test/cases?limit=x"), 400, "request.invalid-parameter");
        assertProblem(caseworker.get("/api/v1/test/cases?limit=201"), 400, "request.page-too-large");
        assertProblem(caseworker.get("/api/v1/test/cases?colour=BLUE"), 400, "request.unknown-value");
        assertProblem(caseworker.get("/api/v1/test/effects"), 400, "request.missing-parameter");
        assertProblem(caseworker.get("/api/v1/test/effects?on=yesterday"), 400, "request.invalid-parameter");
        assertProblem(caseworker.post("/api/v1/test/cases/x", GOOD), 400, "request.invalid-parameter");
        assertProblem(caseworker.with("If-Match", "W/\"1\"").post(CASE, GOOD), 400, "request.invalid-parameter");
    }

    @Test
    void a_page_of_nothing_is_not_called_too_large() {
        JsonNode problem = json(caseworker.get("/api/v1/test/cases?limit=0"));

        assertThat(problem.path("title").asString()).isEqualTo("Ugyldig sidestørrelse");
        assertThat(problem.path("detail").asString()).isEqualTo("En side skal have fra 1 til 200 poster.");
    }

    @Test
    void a_parameter_that_is_not_known_is_refused_and_the_known_ones_are_named() {
        HttpResponse<String> misspelt = caseworker.get("/api/v1/test/cases?q=x&colur=RED");

        assertProblem(misspelt, 400, "request.unknown-parameter");
        JsonNode problem = json(misspelt);
        assertThat(problem.path("facts").path("parameter").asString()).isEqualTo("colur");
        assertThat(problem.path("facts").path("allowed")).hasToString("[\"limit\",\"colour\",\"q\"]");
        assertThat(problem.path("detail").asString())
                .isEqualTo("Parameteren colur kendes ikke her. Disse kan bruges: limit, colour, q.");

        JsonNode ofNone = json(caseworker.post(CASE + "?610112-0001", GOOD));
        assertThat(ofNone.path("detail").asString())
                .isEqualTo("Parameteren ? kendes ikke her. Disse kan bruges: ingen.");
    }

    @Test
    void who_may_not_ask_does_not_learn_which_parameters_there_are() {
        assertProblem(operator.get("/api/v1/test/cases?colur=RED"), 403, "access.forbidden");
    }

    @Test
    void wrong_routes_methods_and_media_types_have_their_own_problems() {
        assertProblem(caseworker.get("/api/v1/nothing-here"), 404, "request.unknown-route");
        HttpResponse<String> method = caseworker.get(CASE);
        assertProblem(method, 405, "request.method-not-allowed");
        assertThat(method.headers().firstValue("Allow")).contains("POST");
        assertProblem(
                operator.with("Accept", "application/json").get("/api/v1/test/report"), 406, "request.not-acceptable");
        assertProblem(operator.post("/api/v1/test/import", "{}"), 415, "request.unsupported-media-type");
        assertProblem(caseworker.get("/api/%2e%2e/x;y"), 400, "request.refused");
    }

    @Test
    void what_the_container_refuses_is_a_problem_too_and_no_address_is_logged(CapturedOutput log) {
        assertRefused(caseworker.raw("/api/v1/test/cases?q=Nielsen-æ"));
        assertRefused(caseworker.raw("/api%2fv1/test/cases?q=Nielsen"));
        assertRefused(caseworker.with("X-Long", "a".repeat(20_000)).raw("/api/v1/test/cases?q=Nielsen"));
        assertThat(log.getAll()).doesNotContain("Nielsen");
    }

    private static void assertRefused(String answer) {
        assertThat(answer)
                .startsWith("HTTP/1.1 400 ")
                .contains("Content-Type: application/problem+json")
                .contains("\"code\":\"request.refused\"")
                .contains("\"title\":\"Forespørgslen afvist\"")
                .doesNotContain("<html");
    }

    @Test
    void parameters_that_cannot_be_decoded_are_the_callers_fault(CapturedOutput log) {
        assertThat(caseworker.raw("/api/v1/test/cases?limit=%zz"))
                .startsWith("HTTP/1.1 400 ")
                .contains("\"code\":\"request.unreadable-query\"")
                .contains("%C3%A6");
        assertThat(log.getAll()).doesNotContain("Answered 500");
    }

    @Test
    void a_write_must_name_json_so_that_no_foreign_form_can_write() {
        for (String type :
                new String[] {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "x"}) {
            HttpResponse<String> answer = caseworker
                    .with("Content-Type", type)
                    .send(
                            "POST",
                            CASE,
                            HttpRequest.BodyPublishers.ofString(GOOD),
                            HttpResponse.BodyHandlers.ofString());
            assertProblem(answer, 415, "request.unsupported-media-type");
        }
        assertProblem(
                caseworker.send(
                        "POST", CASE, HttpRequest.BodyPublishers.ofString(GOOD), HttpResponse.BodyHandlers.ofString()),
                415,
                "request.unsupported-media-type");
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://elsewhere.example",
        "Origin, null",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Sec-Fetch-Site, none"
    })
    void a_write_without_body_that_a_browser_sent_from_elsewhere_is_refused(String header, String value) {
        HttpResponse<String> answer = without(caseworker.with(header, value), "POST");

        assertProblem(answer, 415, "request.unsupported-media-type");
        assertThat(json(answer).path("detail").asString())
                .isEqualTo("Headeren Content-Type skal være en af: application/json, application/x-ndjson.");
    }

    @Test
    void a_write_without_body_needs_no_content_type() {
        assertProblem(without(caseworker, "POST"), 400, "request.missing-body");
        assertProblem(
                without(caseworker.with("Sec-Fetch-Site", "same-origin").with("Origin", "https://ours"), "POST"),
                400,
                "request.missing-body");
    }

    @Test
    void a_method_that_is_not_there_is_named_so_whatever_its_content() {
        assertProblem(without(caseworker, "DELETE"), 405, "request.method-not-allowed");
        assertProblem(without(caseworker, "PUT"), 405, "request.method-not-allowed");
    }

    private static HttpResponse<String> without(Caller caller, String method) {
        return caller.send(method, CASE, HttpRequest.BodyPublishers.noBody(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void a_body_over_the_limit_is_refused_with_and_without_announced_length() {
        String large = GOOD + " ".repeat(11_000);
        byte[] bytes = large.getBytes(StandardCharsets.UTF_8);

        assertProblem(caseworker.post(CASE, large), 413, "request.too-large");
        assertProblem(
                caseworker
                        .with("Content-Type", "application/json")
                        .send(
                                "POST",
                                CASE,
                                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)),
                                HttpResponse.BodyHandlers.ofString()),
                413,
                "request.too-large");
    }

    @Test
    void failures_of_ours_say_nothing_of_what_failed(CapturedOutput log) {
        HttpResponse<String> surprise = operator.get("/api/v1/test/fails/surprise");
        HttpResponse<String> store = operator.get("/api/v1/test/fails/store");

        assertProblem(surprise, 500, "internal");
        assertThat(surprise.body()).doesNotContain("610112").doesNotContain("Exception");
        assertThat(log.getAll()).contains("IllegalStateException").doesNotContain("610112-0001");
        assertProblem(store, 503, "store.away");
        assertThat(store.headers().firstValue("Retry-After")).isPresent();
        assertThat(store.body()).doesNotContain("secret-host");
    }

    @Test
    void a_module_maps_its_own_failures() {
        HttpResponse<String> answer = operator.get("/api/v1/test/fails/rule");

        assertProblem(answer, 409, "test.rule");
        assertThat(json(answer).path("facts").path("step").asInt()).isEqualTo(3);
    }

    @Test
    void the_reader_chooses_the_language() {
        HttpResponse<String> english = nobody.with("Accept-Language", "en").get("/api/v1/test/me");

        assertThat(english.headers().firstValue("Content-Language")).contains("en");
        assertThat(json(english).path("title").asString()).isEqualTo("Not signed in");
        assertThat(json(nobody.get("/api/v1/test/me")).path("title").asString()).isEqualTo("Ikke logget ind");
    }

    @Test
    void a_correlation_id_is_taken_over_if_it_is_well_formed(CapturedOutput log) {
        String sent = "journey-0123456789-abc";
        HttpResponse<String> taken = caseworker.with("X-Correlation-Id", sent).get("/api/v1/nothing-here");
        HttpResponse<String> replaced =
                caseworker.with("X-Correlation-Id", "610112-0001").get("/api/v1/nothing-here");

        assertThat(taken.headers().firstValue("X-Correlation-Id")).contains(sent);
        assertThat(json(taken).path("correlation").asString()).isEqualTo(sent);
        assertThat(replaced.headers().firstValue("X-Correlation-Id").orElseThrow())
                .hasSize(36);
        assertThat(log.getAll()).doesNotContain("610112-0001");
    }

    @Test
    void the_request_log_names_the_route_and_never_the_address(CapturedOutput log) {
        caseworker.get("/api/v1/test/cases?limit=7&q=Nielsen");

        assertThat(log.getAll()).contains("GET /api/v1/test/cases 200").contains("test-caseworker");
        assertThat(log.getAll()).doesNotContain("Nielsen");
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("type").asString()).isEqualTo("urn:effektspor:problem:" + code);
        assertThat(problem.path("title").asString()).isNotEmpty();
        assertThat(problem.path("correlation").asString()).isNotEmpty();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
