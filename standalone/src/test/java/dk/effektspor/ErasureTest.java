package dk.effektspor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A citizen is forgotten by two people, nobody can read what they were, and nothing else changes. */
class ErasureTest extends RunningStandalone {

    private static final String SECOND_QUARTER = "change?quarter=2021K2&compass=UBU-6-12";

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private JdbcTemplate jdbc;

    @SuppressWarnings("NullAway.Init")
    private Forgotten forgotten;

    @BeforeEach
    void twoLeaders() {
        forgotten = new Forgotten(this, jdbc);
    }

    @Test
    void a_forgotten_citizen_reads_as_erased_and_no_figure_changes() {
        String address = opened("670312-4001", "2021-9100001");
        note(address, "Ringede hjem");
        String citizen = citizenOf(address);
        countedWithFiveOthers("2021-9100001");
        snapshot(address);
        byte[] key = key(citizen);
        assertThat(filesWith(key)).as("the search finds a key that is there").isNotEmpty();
        String past = "&validAt=2021-05-20&knownAt=" + Instant.now();
        Map<String, String> figures = figures(past);

        JsonNode told = forgotten.forget(citizen);

        assertThat(counts(told))
                .containsEntry("KEY_STORE", 1L)
                .containsEntry("EVENT_STORE", 7L)
                .containsEntry("CASE_REGISTER", 1L)
                .containsEntry("IDEMPOTENCY_KEYS", 1L)
                .containsEntry("SNAPSHOTS", 1L);
        assertThat(snapshots(address)).isZero();
        assertThat(told.at("/receipt/deleteKeyBackupsBy").asString()).matches("\\d{4}-\\d\\d-\\d\\d");
        assertThat(told.toString()).contains("\"DATABASE_LOG\",\"effect\":\"REMOVED\"");
        assertThat(filesWith(key)).as("files with the wrapped key").isEmpty();
        assertThat(jdbc.queryForList(
                        "select * from citizen where citizen_id = ?::uuid and (wrapped_key is not null"
                                + " or cpr_hash is not null)",
                        citizen))
                .isEmpty();

        for (String user : new String[] {"sagsbehandler", "revisor"}) {
            assertThat(get(user, address).json().at("/person/name").asString()).isEqualTo("slettet");
            JsonNode timeline = get(user, address + "/timeline?order=recorded&direction=asc")
                    .json();
            assertThat(timeline.path("entries").size()).isEqualTo(7);
            assertThat(timeline.at("/entries/1/details/text").asString()).isEqualTo("slettet");
        }
        assertThat(get("sagsbehandler", address, "Accept-Language", "en")
                        .json()
                        .at("/person/name")
                        .asString())
                .isEqualTo("erased");
        Answer list = get("sagsbehandler", "/api/v1/cases?caseNumber=2021-9100001");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body()).contains("2021-9100001", "slettet");
        assertThat(figures(past)).isEqualTo(figures);
        rebuildEffects();
        assertThat(figures(past)).as("folded anew without the key").isEqualTo(figures);

        Answer refused =
                post("sagsbehandler", address + "/notes", "{\"text\": \"Nyt\", \"effectiveOn\": \"2021-03-06\"}");
        assertThat(refused.status()).as(refused.body()).isEqualTo(410);
        assertThat(refused.json().path("code").asString()).isEqualTo("citizen.forgotten");

        String anew = opened("670312-4001", "2021-9100002");
        assertThat(citizenOf(anew)).isNotEqualTo(citizen);
        assertThat(get("sagsbehandler", anew).json().at("/person/name").asString())
                .isEqualTo("Opdigtet Borger");
        assertThat(get("sagsbehandler", address).json().at("/person/name").asString())
                .isEqualTo("slettet");
        assertThat(get("drift", "/api/v1/erasures").body()).contains(citizen);
        JsonNode looked = get("revisor", "/api/v1/audit/access?actor=drift&citizenId=" + citizen)
                .json()
                .path("entries");
        assertThat(looked.at("/0/operation").asString()).isEqualTo("listErasures");
        assertThat(looked.at("/1/operation").asString()).isEqualTo("findErasure");
    }

    @Test
    void it_takes_two_people_and_no_legal_hold() {
        String address = opened("680312-4002", "2021-9100003");
        String citizen = citizenOf(address);
        String request = forgotten.requested(citizen);

        refused(forgotten.approve("teamleder", citizen, request), 409, "citizen.same-person");
        Answer placed = post("revisor", holds(citizen), "{\"ground\": \"COMPLAINT\"}");
        assertThat(placed.status()).as(placed.body()).isEqualTo(201);
        refused(forgotten.approve(Forgotten.SECOND_LEADER, citizen, request), 409, "citizen.legal-hold");
        String lift = holds(citizen) + "/" + placed.json().path("holdId").asString() + "/lift";
        refused(post("teamleder", lift, "{}"), 409, "citizen.auditors-hold");
        assertThat(post("revisor", lift, "{}").status()).isEqualTo(204);
        assertThat(post("teamleder", Forgotten.erasure(citizen) + "/" + request + "/reject", "{}")
                        .status())
                .isEqualTo(204);
        refused(forgotten.approve(Forgotten.SECOND_LEADER, citizen, request), 409, "citizen.request-settled");

        assertThat(get("teamleder", Forgotten.erasure(citizen))
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("KEPT");
        assertThat(get("sagsbehandler", address).json().at("/person/name").asString())
                .isEqualTo("Opdigtet Borger");
    }

    @Test
    void only_a_leader_of_the_citizen_asks_and_only_on_a_ground_that_is_filed() {
        String citizen = citizenOf(opened("690312-4003", "2021-9100004"));
        String nobody = "00000000-0000-4000-8000-000000000000";

        refused(wanted(Forgotten.SECOND_LEADER, citizen, "2026-0012345"), 403, "access.other-unit");
        refused(wanted("teamleder", citizen, "690312-4003"), 400, "request.invalid-field");
        refused(wanted("teamleder", nobody, "2026-0012345"), 404, "citizen.unknown");
        refused(forgotten.approve("teamleder", citizen, nobody), 404, "citizen.unknown-request");
        assertThat(wanted("sagsbehandler", citizen, "2026-0012345").status()).isEqualTo(403);
    }

    private Answer wanted(String user, String citizen, String reference) {
        return post(
                user, Forgotten.erasure(citizen), "{\"ground\": \"ORDERED\", \"reference\": \"" + reference + "\"}");
    }

    private static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("code").asString()).as(answer.body()).isEqualTo(code);
    }

    private static String holds(String citizen) {
        return "/api/v1/citizens/" + citizen + "/legal-holds";
    }

    private String opened(String cpr, String number) {
        Answer opened = post("sagsbehandler", "/api/v1/cases", """
                {"cpr": "%s", "name": "Opdigtet Borger", "targetGroup": "UBU-6-12", "unit": "BBU-NOERREBRO",
                 "caseworker": "sagsbehandler", "caseNumber": "%s", "effectiveOn": "2021-03-02"}
                """.formatted(cpr, number));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return opened.header("Location");
    }

    private void note(String address, String text) {
        Answer noted = post(
                "sagsbehandler",
                address + "/notes",
                "{\"text\": \"" + text + "\", \"effectiveOn\": \"2021-03-05\"}",
                "Idempotency-Key",
                "note-of-" + address);
        assertThat(noted.status()).as(noted.body()).isEqualTo(201);
    }

    private String citizenOf(String address) {
        return get("sagsbehandler", address + "?atLeast=1")
                .json()
                .path("citizenId")
                .asString();
    }

    /** Without the citizen the mean would be another, and five others are just enough to tell of. */
    private void countedWithFiveOthers(String caseNumber) {
        StringBuilder lines = new StringBuilder(ShortCourse.lines(caseNumber, 3, 7));
        for (int i = 1; i <= 5; i++) {
            String other = "2021-910100" + i;
            lines.append(ShortCourse.opening(other, "670312-410" + i)).append(ShortCourse.lines(other, 3, 4));
        }
        Answer imported = post(
                "drift",
                "/api/v1/imports",
                lines.toString(),
                "Content-Type",
                "application/x-ndjson",
                "Import-Id",
                UUID.randomUUID().toString());
        assertThat(imported.body()).contains("\"accepted\":35", "\"rejected\":0", "\"done\":true");
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            JsonNode first = effects("analytiker", SECOND_QUARTER).at("/rows/0/total");
            assertThat(first.path("n").asInt()).as(first.toString()).isEqualTo(6);
            assertThat(first.path("mean").asDouble()).isEqualTo((5 * 1 + 4) / 6.0);
        });
        awaitEffects();
    }

    /** As a former release kept them; the opening itself, so that the case reads as it did. */
    private void snapshot(String address) {
        int kept = jdbc.update("""
                insert into snapshot (aggregate_identifier, sequence_number, type, event_identifier, time_stamp,
                                      payload_type, payload_revision, payload, meta_data)
                select aggregate_identifier, sequence_number, type, event_identifier, time_stamp,
                       payload_type, payload_revision, payload, meta_data
                from event where aggregate_identifier = ? and sequence_number = 0""", id(address));
        assertThat(kept).isEqualTo(1);
    }

    private int snapshots(String address) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from snapshot where aggregate_identifier = ?", Integer.class, id(address)));
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private void rebuildEffects() {
        Answer rebuilding = post("drift", "/api/v1/operations/projections/effect-view/rebuild", "");
        assertThat(rebuilding.status()).as(rebuilding.body()).isEqualTo(200);
        awaitEffects();
    }

    private void awaitEffects() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> get("drift", "/api/v1/operations/status")
                        .json()
                        .at("/readSide/projections")
                        .valueStream()
                        .anyMatch(
                                projection -> projection.path("name").asString().equals("effect-view")
                                        && projection.path("caughtUp").asBoolean()
                                        && projection.path("lagEvents").asLong(-1) == 0));
    }

    /** What anyone may ask, and what only an auditor may: as true and as known at any two dates. */
    private Map<String, String> figures(String past) {
        Map<String, String> figures = new TreeMap<>();
        for (String view : new String[] {
            "change",
            "steps",
            "step-matrix",
            "breakdowns",
            "references",
            SECOND_QUARTER,
            "steps?from=2021-01-01&to=2021-12-31",
            "step-matrix?from=2021-01-01&to=2021-12-31",
            "breakdowns?year=2021"
        }) {
            figures.put(view, effects("analytiker", view).toString());
        }
        JsonNode then = effects("revisor", SECOND_QUARTER + past);
        assertThat(then.at("/rows/0/total/n").asInt()).isEqualTo(6);
        figures.put(past, then.toString());
        return figures;
    }

    private JsonNode effects(String user, String view) {
        Answer answer = get(user, "/api/v1/effects/" + view);
        assertThat(answer.status()).as(view + answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static Map<String, Long> counts(JsonNode told) {
        return told.at("/receipt/stores")
                .valueStream()
                .filter(store -> store.has("count"))
                .collect(Collectors.toMap(
                        store -> store.path("store").asString(),
                        store -> store.path("count").asLong()));
    }

    private byte[] key(String citizen) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select wrapped_key from citizen where citizen_id = ?::uuid", byte[].class, citizen));
    }

    /** Files of PostgreSQL, its write-ahead log among them, in which the key stands. */
    private Set<Path> filesWith(byte[] key) {
        jdbc.execute("checkpoint");
        String bytes = new String(key, StandardCharsets.ISO_8859_1);
        String hex = HexFormat.of().formatHex(key);
        try (Stream<Path> files = Files.walk(DATA)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> {
                        String content = content(file);
                        return content.contains(bytes) || content.contains(hex);
                    })
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that PostgreSQL has just taken away holds nothing. */
    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
