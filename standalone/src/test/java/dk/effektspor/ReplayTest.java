package dk.effektspor;

import static dk.effektspor.CaseBodies.FOSTER_CARE;
import static dk.effektspor.CaseBodies.TERMS;
import static dk.effektspor.CaseBodies.correction;
import static dk.effektspor.CaseBodies.move;
import static dk.effektspor.CaseBodies.opening;
import static dk.effektspor.CaseBodies.reading;
import static dk.effektspor.CaseBodies.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.platform.vault.Vault;
import dk.effektspor.shared.casefile.CaseFileEvent.NoteAdded;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.casefile.NoteId;
import dk.effektspor.shared.privacy.SealedText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** An auditor replays a case, asks for it at any point, and folds the events themselves to see whether it is true. */
class ReplayTest extends RunningStandalone {

    private static final String CASEWORKER = "sagsbehandler";
    private static final String AUDITOR = "revisor";
    private static final String PROGRAM = "Fagsystem/7 (opdigtet)";
    private static final String[] PURPOSE = {"Access-Purpose", "audit"};
    private static final List<String> VIEWS =
            List.of("", "/ladder?on=2020-09-01", "/compass", "/timeline?direction=ASC");

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private EventStore events;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Vault vault;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private JdbcTemplate jdbc;

    /** Each view as it answered right after each event, by the time at which the event was recorded. */
    private final Map<String, Map<String, JsonNode>> asSeenThen = new LinkedHashMap<>();

    private String address = "";

    @Test
    void a_case_is_replayed_asked_for_at_any_point_and_proved_by_its_own_events() throws Exception {
        aLifeOfACase("2020-8100001");
        String audit = address.replace("/cases/", "/audit/cases/");

        // An event that the ledger takes in between two questions has a position in the second only.
        assertThat(get(AUDITOR, "/api/v1/ledger/checkpoint?fresh=true").status())
                .isEqualTo(200);
        List<JsonNode> replayed = pages(audit + "/replay?limit=4");
        everyEventTellsWhoWhenAndWhy(replayed);
        everyEventTellsWhatIsStoredAndProved(replayed);
        whatIsLookedForIsFound(audit, replayed);
        theWholeStreamSaysThatItIsWhole(audit, replayed);
        foldingTheReplayFromOutsideGivesTheState(audit, replayed);
        everyViewAnswersAsItDidThen();
        aDifferenceNamesTheFieldsAndTheEvents(audit);
        whatWasLearntInBetweenIsADifferenceToo(audit, replayed);
        badQuestionsAreRefusedByName(audit);
        everyExampleOfTheAuditorsPageIsAnswered(audit);
    }

    private void everyExampleOfTheAuditorsPageIsAnswered(String audit) throws Exception {
        String page = Files.readString(Path.of("..", "docs", "audit.md"));
        assertThat(page).contains("-H '" + String.join(": ", PURPOSE) + "'", "/api/v1/audit/cases/$case/$1");
        List<String> examples = Pattern.compile("`ask '([^']+)'`")
                .matcher(page)
                .results()
                .map(example -> example.group(1))
                .toList();
        assertThat(examples).hasSize(6);
        for (String example : examples) {
            // This case was recorded today.
            String asked = example.replaceAll("knownAt=[^&]+", "knownAt=2099-12-31");
            Answer answer = get(AUDITOR, audit + "/" + asked, headers("Accept", "application/json", PURPOSE));
            assertThat(answer.status()).as(example + ": " + answer.body()).isEqualTo(200);
        }
    }

    private void aLifeOfACase(String number) {
        address = ask(CASEWORKER, "/api/v1/cases", opening(number));
        String entry = ask(CASEWORKER, address + "/compass-scores", reading("ENTRY", 4, "2020-03-10"));
        String home = ask(
                CASEWORKER,
                address + "/interventions",
                with(TERMS.formatted("HJEM", "§52 stk. 3 nr. 2", "2020-04-01", ""), "2020-03-15"));
        ask(CASEWORKER, home + "/start", "{\"effectiveOn\": \"2020-04-01\"}");
        String worse = ask(CASEWORKER, address + "/compass-scores", reading("FOLLOW_UP", 3, "2020-07-20"));
        String foster = ask(
                CASEWORKER,
                home + "/step-up",
                move(TERMS.formatted("PLEJE-ALMEN", "§66", "2020-08-15", FOSTER_CARE), worse, "2020-08-01"));
        ask(CASEWORKER, foster + "/start", "{\"effectiveOn\": \"2020-08-15\"}");
        ask(CASEWORKER, address + "/notes", "{\"text\": \"Hemmelig note\", \"effectiveOn\": \"2020-09-03\"}");
        ask(CASEWORKER, entry + "/correct", correction(reading("ENTRY", 5, "2020-03-12")));
        ask(CASEWORKER, worse + "/annul", "{\"reason\": \"Forkert barn\", \"effectiveOn\": \"2020-10-01\"}");
        theRestOfItsLife(foster);
    }

    private void theRestOfItsLife(String foster) {
        ask(CASEWORKER, address + "/assign", "{\"caseworker\": \"kollega\", \"effectiveOn\": \"2020-10-05\"}");
        ask(
                CASEWORKER,
                address + "/network-meetings",
                "{\"citizenPresent\": true, \"summary\": \"Enige om planen\", \"effectiveOn\": \"2020-10-06\"}");
        ask(CASEWORKER, foster + "/adjust", """
                {"goals": ["Sover hjemme i weekenden", "Ven i klassen"], "exitPlan": "Mormor", "plannedEnd": "2022-01-01",
                 "reason": "Ny plan", "effectiveOn": "2020-10-07"}""");
        ask(CASEWORKER, foster + "/extend", """
                {"plannedEnd": "2022-06-01", "reason": "Mere tid", "effectiveOn": "2020-10-08"}""");
        String advice = ask(CASEWORKER, foster + "/supplement", supplement("2020-10-15", "2020-10-10"));
        ask(CASEWORKER, advice + "/start", "{\"effectiveOn\": \"2020-10-15\"}");
        String wrong = ask(CASEWORKER, foster + "/supplement", supplement("2020-11-15", "2020-11-10"));
        ask(CASEWORKER, wrong + "/annul", "{\"reason\": \"Forkert barn\", \"effectiveOn\": \"2020-11-11\"}");
        for (String running : List.of(advice, foster)) {
            ask(CASEWORKER, running + "/end", """
                    {"reasons": ["GOALS_REACHED"], "destination": "PARENTS_HOME", "breakdown": false,
                     "effectiveOn": "2021-01-20"}""");
        }
        ask(CASEWORKER, address + "/close", "{\"reason\": \"Hjemme\", \"effectiveOn\": \"2021-02-01\"}");
        ask(CASEWORKER, address + "/reopen", "{\"reason\": \"Igen\", \"effectiveOn\": \"2021-03-01\"}");
    }

    private static String supplement(String start, String decided) {
        return """
                {"intervention": %s, "reason": "Ved siden af", "restsOn": [], "effectiveOn": "%s"}""".formatted(TERMS.formatted("RAADGIVNING", "§11", start, ""), decided);
    }

    private void everyEventTellsWhoWhenAndWhy(List<JsonNode> replayed) {
        assertThat(replayed)
                .extracting(e -> e.path("sequence").asLong())
                .isEqualTo(IntStream.range(0, replayed.size())
                        .mapToObj(i -> (long) i)
                        .toList());
        assertThat(replayed).allSatisfy(event -> {
            assertThat(event.at("/who/actor").asString()).isEqualTo(CASEWORKER);
            assertThat(event.at("/who/role").asString()).isEqualTo("CASEWORKER");
            assertThat(event.at("/who/unit").asString()).isEqualTo("BBU-NOERREBRO");
            assertThat(event.at("/who/command").asString()).isNotEmpty();
            assertThat(event.at("/who/commandId").asString()).isNotEmpty();
            assertThat(event.at("/who/correlation").asString()).isNotEmpty();
            assertThat(event.at("/who/causation").asString()).isNotEmpty();
            assertThat(event.path("recordedAt").asString()).isNotEmpty();
            assertThat(event.at("/stored/payloadHash").asString()).hasSize(64);
        });
        JsonNode decided = named(replayed, "indsatstrappe.intervention-decided").get(1);
        assertThat(decided.path("legalBasis").toString()).contains("§66", "§52 stk. 3 nr. 7");
        assertThat(decided.path("catalogue").toString()).contains("\"measures\"", "PLEJE-ALMEN", "PLEJEGRUPPE-A");
        assertThat(named(replayed, "forandringskompas.scored")
                        .get(0)
                        .path("catalogue")
                        .toString())
                .contains("2012.1");
        assertThat(named(replayed, "case.note-added").get(0).at("/payload/text").asString())
                .isEqualTo("Hemmelig note");
    }

    /** The store's own rows and the ledger's own proofs say the same. */
    private void everyEventTellsWhatIsStoredAndProved(List<JsonNode> replayed) throws Exception {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        for (JsonNode event : replayed) {
            String id = event.path("eventId").asString();
            Map<String, Object> row =
                    jdbc.queryForMap("select payload, meta_data from event where event_identifier = ?", id);
            byte[] payload = (byte[]) Objects.requireNonNull(row.get("payload"));
            JsonNode stored = event.path("stored");
            assertThat(stored.path("payloadHash").asString())
                    .isEqualTo(HexFormat.of().formatHex(sha256.digest(payload)));
            assertThat(stored.path("payloadBytes").asInt()).isEqualTo(payload.length);

            JsonNode proved =
                    get(AUDITOR, "/api/v1/ledger/inclusion?eventId=" + id).json();
            assertThat(stored.path("leafHash").asString())
                    .as(proved.toString())
                    .isEqualTo(HexFormat.of()
                            .formatHex(Base64.getDecoder()
                                    .decode(proved.path("leaf").asString())));
            assertThat(stored.path("position").isIntegralNumber()).isTrue();
            assertThat(stored.path("position")).isEqualTo(proved.path("position"));

            JsonNode trace = JSON.readTree((byte[]) Objects.requireNonNull(row.get("meta_data")));
            JsonNode who = event.path("who");
            assertThat(who.path("client").asString()).isEqualTo(PROGRAM);
            assertThat(who.path("commandId")).isEqualTo(trace.path("commandId"));
            assertThat(who.path("correlation")).isEqualTo(trace.path("traceId"));
            assertThat(who.path("causation")).isEqualTo(trace.path("correlationId"));
            assertThat(who.path("command")).isEqualTo(trace.path("command"));
        }
        // What one request led to has its ids in common, and with nothing else.
        assertThat(named(replayed, "indsatstrappe.stepped-up").get(0).at("/who/commandId"))
                .isEqualTo(named(replayed, "indsatstrappe.intervention-decided")
                        .get(1)
                        .at("/who/commandId"));
        assertThat(replayed.stream().map(event -> event.at("/who/commandId")).distinct())
                .hasSize(asSeenThen.size());
    }

    private void whatIsLookedForIsFound(String audit, List<JsonNode> replayed) {
        assertThat(pages(audit + "/replay?event=forandringskompas.scored&limit=1"))
                .isEqualTo(named(replayed, "forandringskompas.scored"));
        assertThat(pages(audit + "/replay?actor=nobody")).isEmpty();
        assertThat(pages(audit + "/replay?from=2020-08-01&to=2020-08-15"))
                .extracting(e -> e.path("event").asString())
                .contains("indsatstrappe.stepped-up", "indsatstrappe.intervention-started")
                .doesNotContain("case.opened", "case.note-added");
        String third = replayed.get(3).path("recordedAt").asString();
        assertThat(pages(audit + "/replay?recordedTo=" + third)).hasSizeBetween(4, replayed.size() - 1);
    }

    private void theWholeStreamSaysThatItIsWhole(String audit, List<JsonNode> replayed) throws Exception {
        Answer answer = get(AUDITOR, audit + "/replay", headers("Accept", "application/x-ndjson", PURPOSE));
        List<String> lines = answer.body().lines().toList();
        JsonNode end = JSON.readTree(lines.get(lines.size() - 1)).path("end");
        assertThat(lines.subList(0, lines.size() - 1).stream().map(JSON::readTree))
                .isEqualTo(replayed);
        assertThat(end.path("events").asInt()).isEqualTo(replayed.size());
        assertThat(end.path("sha256").asString()).isEqualTo(hash(lines.subList(0, lines.size() - 1)));
    }

    private void foldingTheReplayFromOutsideGivesTheState(String audit, List<JsonNode> replayed) {
        for (int at = 0; at < replayed.size(); at++) {
            JsonNode state = audited(audit + "/state?at=" + at);
            assertThat(FoldedOutside.of(
                            replayed.subList(0, at + 1), state.path("on").asString()))
                    .as("after event " + at)
                    .isEqualTo(FoldedOutside.told(state));
        }
        for (String moment : asSeenThen.keySet()) {
            List<JsonNode> known = replayed.stream()
                    .filter(event -> event.path("recordedAt").asString().compareTo(moment) <= 0)
                    .toList();
            JsonNode state = audited(audit + "/state?knownAt=" + moment);
            assertThat(FoldedOutside.of(known, state.path("on").asString()))
                    .as("known at " + moment)
                    .isEqualTo(FoldedOutside.told(state));
        }
        JsonNode then = audited(audit + "/state?validAt=2020-05-01");
        assertThat(then.path("step").asInt()).isEqualTo(2);
        assertThat(then.at("/caseFile/interventions")).hasSize(1);
        assertThat(then.at("/compass/scorings")).hasSize(1);
    }

    private void everyViewAnswersAsItDidThen() {
        assertThat(asSeenThen).hasSizeGreaterThan(8);
        asSeenThen.forEach((recordedAt, views) -> views.forEach((view, seen) -> {
            String path = address + view + (view.contains("?") ? "&" : "?") + "knownAt=" + recordedAt;
            Answer now = get(CASEWORKER, path);
            assertThat(now.json()).as(path).isEqualTo(seen);
            assertThat(now.header("ETag")).as("the present version's tag").isEmpty();
        }));
        String known = address + "/timeline?direction=ASC&validAt=2020-04-01";
        assertThat(get(CASEWORKER, known).json().path("entries"))
                .extracting(e -> e.path("event").asString())
                .containsExactly(
                        "case.opened",
                        "forandringskompas.scored",
                        "indsatstrappe.intervention-decided",
                        "indsatstrappe.intervention-started",
                        "forandringskompas.scoring-corrected");
    }

    private void aDifferenceNamesTheFieldsAndTheEvents(String audit) {
        JsonNode diff = audited(audit + "/diff?from.validAt=2020-05-01&to.validAt=2020-09-01");
        JsonNode step = field(diff, "step");
        assertThat(step.path("from").asInt()).isEqualTo(2);
        assertThat(step.path("to").asInt()).isEqualTo(5);
        assertThat(step.path("events").toString()).contains("8");
        JsonNode same = audited(audit + "/diff?from.at=2&to.at=2");
        assertThat(same.path("fields")).isEmpty();
        JsonNode noted = audited(audit + "/diff?from.at=0&to.at=1");
        assertThat(noted.path("fields")).isNotEmpty().allSatisfy(f -> {
            assertThat(f.path("path").asString()).startsWith("scorings/");
            assertThat(f.path("events").toString()).isEqualTo("[2]");
        });
    }

    private void whatWasLearntInBetweenIsADifferenceToo(String audit, List<JsonNode> replayed) {
        JsonNode corrected =
                named(replayed, "forandringskompas.scoring-corrected").get(0);
        JsonNode annulled =
                named(replayed, "forandringskompas.scoring-annulled").get(0);
        int correction = corrected.path("sequence").asInt();
        String wording = "scorings/" + corrected.at("/payload/scoringId").asString() + "/wordings/" + (correction + 1);

        JsonNode learnt = learntWith(audit, correction, replayed);
        assertThat(learnt.path("fields")).isNotEmpty().allSatisfy(field -> {
            assertThat(field.path("path").asString()).startsWith(wording);
            assertThat(field.path("from").isNull()).isTrue();
            assertThat(field.path("events").toString()).isEqualTo("[" + (correction + 1) + "]");
        });
        assertThat(field(learnt, wording + "/scoring/scores/7/score").path("to").asInt())
                .isEqualTo(5);
        assertThat(field(learnt, wording + "/on").path("to").asString()).isEqualTo("2020-03-12");
        assertThat(field(learnt, wording + "/reason").path("to").asString()).isEqualTo("Tastefejl");

        JsonNode undone = learntWith(audit, annulled.path("sequence").asInt(), replayed);
        String scoring = "scorings/" + annulled.at("/payload/scoringId").asString();
        assertThat(undone.path("fields"))
                .extracting(field -> field.path("path").asString())
                .containsExactlyInAnyOrder(
                        scoring + "/annulment/on", scoring + "/annulment/reason", scoring + "/annulment/version");
        assertThat(field(undone, scoring + "/annulment/reason").path("to").asString())
                .isEqualTo("Forkert barn");
    }

    /** What an event told, as the difference between what was known just before it and with it. */
    private JsonNode learntWith(String audit, int sequence, List<JsonNode> replayed) {
        String before = replayed.get(sequence - 1).path("recordedAt").asString();
        String with = replayed.get(sequence).path("recordedAt").asString();
        JsonNode diff = audited(audit + "/diff?from.knownAt=" + before + "&to.knownAt=" + with);
        assertThat(diff.path("fromVersion").asInt()).isEqualTo(sequence);
        assertThat(diff.path("toVersion").asInt()).isEqualTo(sequence + 1);
        return diff;
    }

    private void badQuestionsAreRefusedByName(String audit) {
        assertThat(get(AUDITOR, audit + "/state?at=1&validAt=2020-01-01", PURPOSE)
                        .status())
                .isEqualTo(400);
        assertThat(get(AUDITOR, audit + "/state?at=99", PURPOSE).status()).isEqualTo(404);
        Answer early = get(AUDITOR, audit + "/state?validAt=2019-01-01", PURPOSE);
        assertThat(early.status()).isEqualTo(404);
        assertThat(early.json().path("code").asString()).isEqualTo("clocks.not-yet");
        Answer unreadable = get(AUDITOR, audit + "/diff?from.validAt=1.1.2020&to.at=1", PURPOSE);
        assertThat(unreadable.status()).isEqualTo(400);
        assertThat(unreadable.body()).contains("from.validAt");
        assertThat(get(CASEWORKER, audit + "/replay").status()).isEqualTo(403);
        assertThat(get(AUDITOR, "/api/v1/audit/cases/" + UUID.randomUUID() + "/replay", PURPOSE)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void ten_thousand_events_are_streamed_to_the_last() throws Exception {
        String opened =
                post(CASEWORKER, "/api/v1/cases", opening("2020-8100002")).header("Location");
        CaseId caseId = CaseId.of(opened.substring(opened.lastIndexOf('/') + 1));
        CitizenId citizen = CitizenId.of(audited(opened.replace("/cases/", "/audit/cases/") + "/replay")
                .path("citizenId")
                .asString());
        SealedText text = vault.seal(citizen, "note");
        for (int from = 1; from < 10_000; from += 500) {
            events.publish(IntStream.range(from, Math.min(from + 500, 10_000))
                    .mapToObj(sequence -> new GenericDomainEventMessage<>(
                            "CaseFile",
                            caseId.toString(),
                            sequence,
                            new NoteAdded(caseId, new NoteId(UUID.randomUUID()), text, LocalDate.of(2020, 4, 1))))
                    .toList());
        }
        Answer answer = get(
                AUDITOR,
                opened.replace("/cases/", "/audit/cases/") + "/replay",
                headers("Accept", "application/x-ndjson", PURPOSE));
        List<String> lines = answer.body().lines().toList();
        assertThat(lines).hasSize(10_001);
        JsonNode end = JSON.readTree(lines.get(10_000)).path("end");
        assertThat(end.path("events").asInt()).isEqualTo(10_000);
        assertThat(end.path("sha256").asString()).isEqualTo(hash(lines.subList(0, 10_000)));
    }

    /** Does what is asked, then looks at every view as its reader would at that moment. */
    private String ask(String user, String path, String body) {
        Answer answer = post(user, path, body, "User-Agent", PROGRAM);
        assertThat(answer.status()).as(path + " " + answer.body()).isIn(201, 204);
        String location = answer.header("Location");
        String here = address.isEmpty() ? location : address;
        long version = answer.version();
        Map<String, JsonNode> seen = new LinkedHashMap<>();
        for (String view : VIEWS) {
            seen.put(
                    view,
                    get(user, here + view + (view.contains("?") ? "&" : "?") + "atLeast=" + version)
                            .json());
        }
        JsonNode entries =
                Objects.requireNonNull(seen.get("/timeline?direction=ASC")).path("entries");
        asSeenThen.put(entries.get(entries.size() - 1).path("recordedAt").asString(), seen);
        return location;
    }

    private List<JsonNode> pages(String path) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = audited(path + cursor);
            page.path("events").forEach(all::add);
            String next = page.path("next").asString("");
            cursor = next.isEmpty() ? "" : (path.contains("?") ? "&" : "?") + "cursor=" + next;
        } while (!cursor.isEmpty());
        return all;
    }

    private JsonNode audited(String path) {
        Answer answer = get(AUDITOR, path, PURPOSE);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String[] headers(String name, String value, String... others) {
        List<String> headers = new ArrayList<>(List.of(others));
        headers.addAll(List.of(name, value));
        return headers.toArray(String[]::new);
    }

    private static List<JsonNode> named(List<JsonNode> events, String name) {
        return events.stream()
                .filter(e -> e.path("event").asString().equals(name))
                .toList();
    }

    private static JsonNode field(JsonNode diff, String path) {
        for (JsonNode field : diff.path("fields")) {
            if (field.path("path").asString().equals(path)) {
                return field;
            }
        }
        throw new AssertionError(path + " is not in " + diff);
    }

    private static String hash(List<String> lines) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        lines.forEach(line -> digest.update((line + "\n").getBytes(UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }
}
