package dk.effektspor;

import static dk.effektspor.CaseBodies.FOSTER_CARE;
import static dk.effektspor.CaseBodies.TERMS;
import static dk.effektspor.CaseBodies.correction;
import static dk.effektspor.CaseBodies.move;
import static dk.effektspor.CaseBodies.opening;
import static dk.effektspor.CaseBodies.reading;
import static dk.effektspor.CaseBodies.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.effektspor.platform.web.Correlation;
import dk.effektspor.shared.EventTrace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A child of Nørrebro and the people around the case, told through what they ask the application over HTTP. */
class JourneyTest extends RunningStandalone {

    private static final String CASEWORKER = "sagsbehandler";

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private EventStore events;

    @Test
    void a_case_from_its_opening_to_its_transfer() {
        // The caseworker opens the case, twice by a nervous click, and it is one case.
        String opening = opening("2020-8000001");
        String key = UUID.randomUUID().toString();
        Answer opened = post(CASEWORKER, "/api/v1/cases", opening, "Idempotency-Key", key);
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        Answer again = post(CASEWORKER, "/api/v1/cases", opening, "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Location")).isEqualTo(opened.header("Location"));
        assertThat(again.version()).isEqualTo(1);
        String other = opening.replace("Opdigtet", "Anden");
        assertThat(post(CASEWORKER, "/api/v1/cases", other, "Idempotency-Key", key)
                        .status())
                .isEqualTo(422);
        String address = opened.header("Location");

        // Scores, decides and starts support at home.
        String entry = created(address + "/compass-scores", reading("ENTRY", 4, "2020-03-10"));
        String home = created(
                address + "/interventions",
                with(TERMS.formatted("HJEM", "§52 stk. 3 nr. 2", "2020-04-01", ""), "2020-03-15"));
        long started = done(home + "/start", "{\"effectiveOn\": \"2020-04-01\"}");

        // The one who wrote reads what was written.
        Answer ladder = get(CASEWORKER, address + "/ladder?on=2020-04-02&atLeast=" + started);
        assertThat(ladder.json().path("step").asInt()).isEqualTo(2);
        assertThat(ladder.version()).isGreaterThanOrEqualTo(started);

        // It gets worse: foster care, a step up. Then better: home again, a step down.
        String worse = created(address + "/compass-scores", reading("FOLLOW_UP", 3, "2020-07-20"));
        String foster = created(
                home + "/step-up",
                move(TERMS.formatted("PLEJE-ALMEN", "§66", "2020-08-15", FOSTER_CARE), worse, "2020-08-01"));
        done(foster + "/start", "{\"effectiveOn\": \"2020-08-15\"}");
        created(
                address + "/network-meetings",
                "{\"citizenPresent\": true, \"summary\": \"Enige om planen\", \"effectiveOn\": \"2020-10-01\"}");
        String back = created(
                foster + "/step-down",
                move(TERMS.formatted("HJEM", "§52 stk. 3 nr. 2", "2021-02-01", ""), worse, "2021-01-10"));
        done(back + "/start", "{\"effectiveOn\": \"2021-02-01\"}");
        created(address + "/notes", "{\"text\": \"Hjemme igen\", \"effectiveOn\": \"2021-02-03\"}");
        long corrected = done(entry + "/correct", correction(reading("ENTRY", 5, "2020-03-10")));

        assertThat(stepOn(address, "2020-09-01", corrected)).isEqualTo(5);
        assertThat(stepOn(address, "2021-02-02", corrected)).isEqualTo(2);
        JsonNode moves = get(CASEWORKER, address + "/ladder").json().path("moves");
        assertThat(moves).hasSize(2);
        assertThat(moves.get(0).path("restsOn").get(0).path("mean").asDouble()).isEqualTo(3.0);

        theRulesHold(address, home, corrected);
        anotherUnitSeesNothing(address);
        theTeamLeaderSeesTheCase(address);
        theAuditorSeesTheCorrectionBesideWhatItCorrects(address);
        theAnalystSeesFiguresOnly(address);
        theOperatorSeesThatItRuns();

        // The child moves; the case goes to another unit and out of this caseworker's sight.
        done(
                address + "/transfer",
                "{\"unit\": \"BBU-AMAGER\", \"caseworker\": \"anden\", \"reason\": \"Flyttet\", \"effectiveOn\":"
                        + " \"2021-03-01\"}");
        assertThat(post(CASEWORKER, address + "/notes", "{\"text\": \"?\", \"effectiveOn\": \"2021-03-02\"}")
                        .status())
                .isEqualTo(403);
        assertThat(get(CASEWORKER, address + "?atLeast=" + (corrected + 1)).status())
                .isEqualTo(403);
        assertThat(get("revisor", address + "?atLeast=" + (corrected + 1)).status())
                .isEqualTo(200);
    }

    private void theRulesHold(String address, String home, long version) {
        String note = "{\"text\": \"Set forskelligt\", \"effectiveOn\": \"2021-02-04\"}";
        Answer late = post(CASEWORKER, address + "/notes", note, "If-Match", "\"" + (version - 1) + "\"");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().path("code").asString()).isEqualTo("case.version-conflict");

        String early = "{\"text\": \"For tidligt\", \"effectiveOn\": \"2019-01-01\"}";
        Answer danish = post(CASEWORKER, address + "/notes", early, "Accept-Language", "da");
        Answer english = post(CASEWORKER, address + "/notes", early, "Accept-Language", "en");
        assertThat(List.of(danish.status(), english.status())).containsOnly(409);
        assertThat(danish.header("Content-Type")).startsWith("application/problem+json");
        assertThat(danish.json().path("code").asString()).isEqualTo("case.before-opening");
        assertThat(danish.json().path("detail").asString())
                .contains("1. januar 2019")
                .isNotEqualTo(english.json().path("detail").asString());
        assertThat(english.json().path("detail").asString())
                .isEqualTo("The date 2019-01-01 lies before the case was opened on 2020-03-02.");
        assertThat(english.header("Content-Language")).isEqualTo("en");

        Answer twice = post(CASEWORKER, home + "/start", "{\"effectiveOn\": \"2021-02-05\"}");
        assertThat(twice.status()).isEqualTo(409);
    }

    private void anotherUnitSeesNothing(String address) {
        // A case of another unit is not opened, seen or found.
        Answer elsewhere =
                post(CASEWORKER, "/api/v1/cases", opening("2020-8000002").replace("NOERREBRO", "AMAGER"));
        assertThat(elsewhere.status()).isEqualTo(403);
        assertThat(get(CASEWORKER, "/api/v1/cases?unit=BBU-AMAGER").status()).isEqualTo(403);
        assertThat(get(CASEWORKER, "/api/v1/cases?caseNumber=2020-8000001")
                        .json()
                        .path("cases"))
                .hasSize(1);
        assertThat(get("analytiker", address).status()).isEqualTo(403);
        assertThat(get("drift", address + "/timeline").status()).isEqualTo(403);
    }

    private void theTeamLeaderSeesTheCase(String address) {
        JsonNode found = get("teamleder", address).json();
        assertThat(found.at("/person/name").toString()).contains("Opdigtet Barn");
        assertThat(found.path("networkMeetings")).hasSize(1);
        JsonNode list =
                get("teamleder", "/api/v1/cases?step=2&status=OPEN&sort=OPENED").json();
        assertThat(list.path("cases")).isNotNull();
    }

    private void theAuditorSeesTheCorrectionBesideWhatItCorrects(String address) {
        List<JsonNode> recorded = timeline("revisor", address, "RECORDED");
        List<JsonNode> effective = timeline("revisor", address, "EFFECTIVE");
        assertThat(recorded)
                .extracting(entry -> entry.path("version").asLong())
                .isSorted()
                .startsWith(1L);
        assertThat(effective)
                .extracting(entry -> entry.path("effectiveOn").asString())
                .isSorted()
                .hasSameSizeAs(recorded);

        JsonNode correction = recorded.get(recorded.size() - 1);
        assertThat(correction.path("event").asString()).isEqualTo("forandringskompas.scoring-corrected");
        assertThat(correction.path("why").asString()).isEqualTo("Tastefejl");
        assertThat(correction.at("/who/actor").asString()).isEqualTo(CASEWORKER);
        JsonNode wrong = recorded.stream()
                .filter(entry -> entry.path("version").asLong()
                        == correction.path("corrects").asLong())
                .findFirst()
                .orElseThrow();
        assertThat(wrong.path("event").asString()).isEqualTo("forandringskompas.scored");
        assertThat(wrong.path("correctedBy").get(0).asLong())
                .isEqualTo(correction.path("version").asLong());
        // What was true first comes first, however late it was learnt.
        assertThat(effective.indexOf(correction)).isLessThan(recorded.indexOf(correction));
        assertThat(get("revisor", address + "/compass").body()).contains("\"score\":4", "\"score\":5");
    }

    private void theAnalystSeesFiguresOnly(String address) {
        for (String path : List.of("", "/timeline", "/ladder", "/compass")) {
            assertThat(get("analytiker", address + path).status()).isEqualTo(403);
        }
        assertThat(get("analytiker", "/api/v1/cases").status()).isEqualTo(403);
        for (String view : List.of("change", "steps", "step-matrix", "breakdowns", "references")) {
            Answer figures = get("analytiker", "/api/v1/effects/" + view);
            assertThat(figures.status()).as(view + figures.body()).isEqualTo(200);
            assertThat(figures.body()).doesNotContain("Opdigtet", address.substring(address.lastIndexOf('/') + 1));
        }
    }

    private void theOperatorSeesThatItRuns() {
        assertThat(get(null, "/actuator/health/readiness").json().path("status").asString())
                .isEqualTo("UP");
        JsonNode health = get("drift", "/actuator/health").json();
        JsonNode lag = health.at("/components/projections/details/case-view");
        assertThat(lag.path("lagEvents").isNumber()).as(health.toString()).isTrue();
        assertThat(lag.path("lagSeconds").isNumber()).isTrue();
        assertThat(get("drift", "/actuator/prometheus").body())
                .contains(
                        "effektspor_commands_seconds_count{command=\"open-case\",outcome=\"accepted\"}",
                        "outcome=\"refused\"",
                        "effektspor_events_total{event=\"case.opened\"}",
                        "effektspor_projection_lag_events{",
                        "effektspor_projection_lag_seconds{",
                        "http_server_requests_seconds_count{");

        String importId = "journey-" + UUID.randomUUID();
        String line = "{\"id\": \"1\", \"case\": \"2020-8000003\", \"type\": \"open-case\", \"data\": "
                + opening("2020-8000003").replace("\n", " ") + "}\n";
        Answer imported = post(
                "drift",
                "/api/v1/imports",
                line + "no line\n",
                "Content-Type",
                "application/x-ndjson",
                "Import-Id",
                importId);
        assertThat(imported.status()).isEqualTo(200);
        JsonNode state = get("drift", "/api/v1/imports/" + importId).json();
        assertThat(state.path("state").asString()).isEqualTo("DONE");
        assertThat(List.of(
                        state.path("accepted").asInt(), state.path("rejected").asInt()))
                .containsOnly(1);
        assertThat(Path.of(state.path("rejects").asString())).isNotEmptyFile();
        assertThat(get("drift", "/api/v1/cases").status()).isEqualTo(403);
    }

    @Test
    void one_id_ties_the_request_its_log_lines_and_its_events_together() throws Exception {
        String id = "journey-" + UUID.randomUUID();
        Answer opened = post(CASEWORKER, "/api/v1/cases", opening("2020-8000004"), Correlation.HEADER, id);

        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        assertThat(opened.header(Correlation.HEADER)).isEqualTo(id);
        assertThat(events.readEvents(opened.json().path("caseId").asString())
                        .next()
                        .getMetaData())
                .containsEntry(EventTrace.CORRELATION, id);
        // The line is written once the answer has gone out.
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(Files.readAllLines(Path.of(BothSides.LOG)))
                        .anyMatch(line -> line.contains("[" + id + "]") && line.contains("POST /api/v1/cases 201")));
    }

    private List<JsonNode> timeline(String user, String address, String order) {
        List<JsonNode> entries = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(user, address + "/timeline?direction=ASC&limit=5&order=" + order + cursor)
                    .json();
            page.path("entries").forEach(entries::add);
            String next = page.path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return entries;
    }

    private int stepOn(String address, String date, long atLeast) {
        return get(CASEWORKER, address + "/ladder?on=" + date + "&atLeast=" + atLeast)
                .json()
                .path("step")
                .asInt();
    }

    private String created(String path, String body) {
        Answer answer = post(CASEWORKER, path, body);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(201);
        return answer.header("Location");
    }

    private long done(String path, String body) {
        Answer answer = post(CASEWORKER, path, body);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(204);
        return answer.version();
    }
}
