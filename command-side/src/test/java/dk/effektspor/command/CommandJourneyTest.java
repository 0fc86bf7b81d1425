package dk.effektspor.command;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.command.Api.Answer;
import dk.effektspor.shared.EventTrace;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CommandJourneyTest extends RunningCommandSide {

    private static final String WORKER = "sagsbehandler";

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private EventStore events;

    @Test
    void a_case_lives_from_opening_to_closing() {
        Answer opened = api().post(WORKER, "/api/v1/cases", Bodies.opening(Bodies.caseNumber()));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        assertThat(opened.etag()).isEqualTo("\"1\"");
        String address = opened.header("Location");
        assertThat(address)
                .endsWith("/api/v1/cases/" + opened.json().path("caseId").asString());

        Answer noted =
                api().post(WORKER, address + "/notes", "{\"text\": \"Samtale\", \"effectiveOn\": \"2020-03-03\"}");
        assertThat(noted.status()).isEqualTo(201);
        Answer met = api().post(
                        WORKER,
                        address + "/network-meetings",
                        "{\"citizenPresent\": true, \"effectiveOn\": \"2020-03-04\"}");
        assertThat(met.status()).isEqualTo(201);
        Answer scored = api().post(WORKER, address + "/compass-scores", Bodies.reading(4));
        assertThat(scored.status()).as(scored.body()).isEqualTo(201);
        String reading = scored.json().path("id").asString();
        Answer corrected = api().post(
                        WORKER,
                        scored.header("Location") + "/correct",
                        Bodies.reading(5).replace("\"effectiveOn\"", "\"reason\": \"Tastefejl\", \"effectiveOn\""));
        assertThat(corrected.status()).as(corrected.body()).isEqualTo(204);

        Answer decided = api().post(WORKER, address + "/interventions", Bodies.decision());
        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
        String intervention = decided.header("Location");
        assertThat(api().post(WORKER, intervention + "/start", "{\"effectiveOn\": \"2020-04-01\"}")
                        .status())
                .isEqualTo(204);
        assertThat(api().post(
                                WORKER,
                                intervention + "/adjust",
                                "{\"rightStep\": \"RIGHT\", \"goals\": [\"Ro derhjemme\"], \"reason\": \"Opfølgning\","
                                        + " \"effectiveOn\": \"2020-05-01\"}")
                        .status())
                .isEqualTo(204);
        assertThat(api().post(
                                WORKER,
                                intervention + "/extend",
                                "{\"plannedEnd\": \"2021-06-01\", \"reason\": \"Mere tid\", \"effectiveOn\":"
                                        + " \"2020-05-02\"}")
                        .status())
                .isEqualTo(204);
        Answer moved = api().post(
                        WORKER,
                        intervention + "/step-down",
                        "{\"intervention\": %s, \"reason\": \"Det går bedre\", \"restsOn\": [\"%s\"], \"effectiveOn\": \"2020-09-01\"}"
                                .formatted(
                                        Bodies.terms("RAADGIVNING", "§11", "").replace("2020-04-01", "2020-09-10"),
                                        reading));
        assertThat(moved.status()).as(moved.body()).isEqualTo(201);
        Answer ended = api().post(
                        WORKER,
                        intervention + "/end",
                        "{\"reasons\": [\"REPLACED_BY_MOVE\"], \"destination\": \"STAYS_AT_HOME\", \"breakdown\": false,"
                                + " \"effectiveOn\": \"2020-09-10\"}");
        assertThat(ended.status()).as(ended.body()).isEqualTo(204);
        Answer closed =
                api().post(WORKER, address + "/close", "{\"reason\": \"Slut\", \"effectiveOn\": \"2020-10-01\"}");
        assertThat(closed.status()).as(closed.body()).isEqualTo(204);
        assertThat(closed.etag()).isEqualTo("\"13\"");
    }

    @Test
    void a_measure_that_cannot_be_decided_is_told_so_though_no_step_is_named() {
        String address = "/api/v1/cases/" + open() + "/interventions";
        for (Map.Entry<String, String> measure : Map.of(
                        "FOO", "indsatstrappe.unknown-measure",
                        "VOKSEN-RAADGIVNING", "indsatstrappe.measure-not-on-ladder")
                .entrySet()) {
            Answer answer = api().post(
                            WORKER,
                            address,
                            Bodies.terms(measure.getKey(), "§11", ", \"effectiveOn\": \"2020-03-15\""));
            assertThat(answer.status()).as(answer.body()).isEqualTo(409);
            assertThat(answer.code()).isEqualTo(measure.getValue());
        }
    }

    @Test
    void every_event_says_who_in_what_capacity_and_through_what() {
        String caseId = open();
        DomainEventMessage<?> event = events.readEvents(caseId).next();
        assertThat(event.getMetaData())
                .containsEntry(EventTrace.ACTOR, WORKER)
                .containsEntry(EventTrace.ROLE, "CASEWORKER")
                .containsEntry(EventTrace.UNIT, "BBU-NOERREBRO")
                .containsEntry(EventTrace.COMMAND, "open-case")
                .containsKeys(EventTrace.CLIENT, EventTrace.COMMAND_ID, EventTrace.CORRELATION, EventTrace.CAUSATION);
        assertThat(event.toString()).doesNotContain("Opdigtet", "610112");
    }

    @Test
    void a_malformed_request_is_told_which_field() {
        String body = Bodies.opening(Bodies.caseNumber());
        for (Map.Entry<String, String> broken : Map.of(
                        body.replace("\"name\": \"Opdigtet Barn\", ", ""), "name",
                        body.replace("610112", "619912"), "cpr",
                        body.replace("2020-03-02", "2. marts"), "effectiveOn",
                        body.replace("caseNumber\": \"2020", "caseNumber\": \"20"), "caseNumber",
                        body.replace("\"unit\"", "\"enhed\""), "enhed")
                .entrySet()) {
            Answer answer = api().post(WORKER, "/api/v1/cases", broken.getKey());
            assertThat(answer.status()).as(answer.body()).isEqualTo(400);
            assertThat(answer.json().path("facts").toString() + answer.body()).contains(broken.getValue());
        }
        Answer half = api().post(WORKER, "/api/v1/cases/" + open() + "/compass-scores", Bodies.reading("5.5"));
        assertThat(half.status()).isEqualTo(400);
        assertThat(half.body()).contains("scores[0].score");
    }

    @Test
    void only_caseworkers_and_team_leaders_write_and_only_in_their_units() {
        String body = Bodies.opening(Bodies.caseNumber());
        assertThat(api().send(null, "/api/v1/cases", "POST", body).status()).isEqualTo(401);
        assertThat(api().post("analytiker", "/api/v1/cases", body).status()).isEqualTo(403);
        Answer elsewhere = api().post(WORKER, "/api/v1/cases", Bodies.opening(Bodies.caseNumber(), "BBU-AMAGER"));
        assertThat(elsewhere.status()).isEqualTo(403);
        assertThat(elsewhere.code()).isEqualTo(AccessRefused.OTHER_UNIT);
        assertThat(api().post("drift", "/api/v1/cases", body).status()).isEqualTo(403);
        assertThat(api().post(WORKER, "/api/v1/imports", "", "Content-Type", "application/x-ndjson")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_case_nobody_opened_is_unknown() {
        Answer answer = api().post(
                        WORKER,
                        "/api/v1/cases/" + UUID.randomUUID() + "/notes",
                        "{\"text\": \"Hvor?\", \"effectiveOn\": \"2020-03-03\"}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("case.unknown");
    }

    @Test
    void a_rule_that_says_no_is_a_conflict_with_its_code_and_a_sentence() {
        Answer answer = api().post(
                        WORKER,
                        "/api/v1/cases/" + open() + "/notes",
                        "{\"text\": \"For tidligt\", \"effectiveOn\": \"2019-01-01\"}",
                        "Accept-Language",
                        "en");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo(CaseRules.BEFORE_OPENING);
        assertThat(answer.body()).contains("The date 2019-01-01 lies before the case was opened on 2020-03-02.");
    }

    @Test
    void a_body_that_is_not_json_is_refused() {
        assertThat(api().post(WORKER, "/api/v1/cases", "cpr=1", "Content-Type", "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void a_version_the_caller_has_not_seen_is_not_overwritten() {
        String notes = "/api/v1/cases/" + open() + "/notes";
        String body = "{\"text\": \"Et\", \"effectiveOn\": \"2020-03-03\"}";
        assertThat(api().post(WORKER, notes, body, "If-Match", "\"1\"").etag()).isEqualTo("\"2\"");
        Answer late = api().post(WORKER, notes, body, "If-Match", "\"1\"");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.code()).isEqualTo("case.version-conflict");
        assertThat(api().post(WORKER, notes, body, "If-Match", "seneste").status())
                .isEqualTo(400);
    }

    @Test
    void a_case_number_is_given_once() {
        String number = Bodies.caseNumber();
        assertThat(api().post(WORKER, "/api/v1/cases", Bodies.opening(number)).status())
                .isEqualTo(201);
        Answer again = api().post(WORKER, "/api/v1/cases", Bodies.opening(number));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("case.number-taken");
    }

    @Test
    void a_number_left_by_a_refused_opening_is_free_again() {
        String number = Bodies.caseNumber();
        assertThat(api().post(WORKER, "/api/v1/cases", Bodies.opening(number, "BBU-AMAGER"))
                        .status())
                .isEqualTo(403);
        assertThat(api().post(WORKER, "/api/v1/cases", Bodies.opening(number)).status())
                .isEqualTo(201);
    }

    @Test
    void of_two_openings_with_one_number_at_once_one_wins() {
        String number = Bodies.caseNumber();
        List<Integer> statuses = atOnce(6, i -> api().post(WORKER, "/api/v1/cases", Bodies.opening(number))).stream()
                .map(Answer::status)
                .sorted()
                .toList();
        assertThat(statuses).containsExactly(201, 409, 409, 409, 409, 409);
    }

    @Test
    void the_same_request_with_its_key_has_the_same_answer_and_happens_once() {
        String key = UUID.randomUUID().toString();
        String body = Bodies.opening(Bodies.caseNumber());
        Answer first = api().post(WORKER, "/api/v1/cases", body, "Idempotency-Key", key);
        Answer second = api().post(WORKER, "/api/v1/cases", body, "Idempotency-Key", key);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.etag()).isEqualTo(first.etag());
        assertThat(events.lastSequenceNumberFor(first.json().path("caseId").asString()))
                .contains(0L);
    }

    @Test
    void equal_requests_at_once_are_one_and_all_have_its_answer() {
        String notes = "/api/v1/cases/" + open() + "/notes";
        String key = UUID.randomUUID().toString();
        List<Answer> answers = atOnce(
                8,
                i -> api().post(
                                WORKER,
                                notes,
                                "{\"text\": \"Én gang\", \"effectiveOn\": \"2020-03-03\"}",
                                "Idempotency-Key",
                                key));
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(answers).extracting(Answer::etag).containsOnly("\"2\"");
    }

    @Test
    void a_key_is_not_used_for_another_request() {
        String notes = "/api/v1/cases/" + open() + "/notes";
        String key = UUID.randomUUID().toString();
        String body = "{\"text\": \"A\", \"effectiveOn\": \"2020-03-03\"}";
        assertThat(api().post(WORKER, notes, body, "Idempotency-Key", key).status())
                .isEqualTo(201);
        Answer other = api().post(WORKER, notes, body.replace("A", "B"), "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency.key-reused");
        assertThat(api().post(WORKER, notes, body, "Idempotency-Key", "to ord").status())
                .isEqualTo(400);
        // Another user's equal key is another key.
        assertThat(api().post("teamleder", notes, body, "Idempotency-Key", key).etag())
                .isEqualTo("\"3\"");
    }

    @Test
    void a_refused_request_may_be_mended_under_its_key() {
        String notes = "/api/v1/cases/" + open() + "/notes";
        String key = UUID.randomUUID().toString();
        assertThat(api().post(
                                WORKER,
                                notes,
                                "{\"text\": \"A\", \"effectiveOn\": \"2019-03-03\"}",
                                "Idempotency-Key",
                                key)
                        .status())
                .isEqualTo(409);
        assertThat(api().post(
                                WORKER,
                                notes,
                                "{\"text\": \"A\", \"effectiveOn\": \"2020-03-03\"}",
                                "Idempotency-Key",
                                key)
                        .status())
                .isEqualTo(201);
    }

    private String open() {
        Answer opened = api().post(WORKER, "/api/v1/cases", Bodies.opening(Bodies.caseNumber()));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return opened.json().path("caseId").asString();
    }

    private static List<Answer> atOnce(int times, IntFunction<Answer> request) {
        List<CompletableFuture<Answer>> answers = IntStream.range(0, times)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> request.apply(i)))
                .toList();
        return answers.stream().map(CompletableFuture::join).toList();
    }
}
