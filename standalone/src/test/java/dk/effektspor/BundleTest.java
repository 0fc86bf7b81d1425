package dk.effektspor;

import static dk.effektspor.CaseBodies.TERMS;
import static dk.effektspor.CaseBodies.correction;
import static dk.effektspor.CaseBodies.opening;
import static dk.effektspor.CaseBodies.reading;
import static dk.effektspor.CaseBodies.with;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.query.audit.bundle.Line;
import dk.effektspor.query.audit.verify.Brought;
import dk.effektspor.query.audit.verify.Verdict;
import dk.effektspor.query.audit.verify.Verification;
import dk.effektspor.query.audit.verify.Verify;
import dk.effektspor.query.ledger.proof.SignedNote;
import dk.effektspor.query.ledger.proof.VerifierKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A case taken away over HTTP and verified with nothing but the file, the published key and a checkpoint one has kept. */
class BundleTest extends RunningStandalone {

    private static final String AUDITOR = "revisor";

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private JdbcTemplate jdbc;

    @TempDir
    Path folder;

    @Test
    void an_auditor_takes_a_case_away_and_verifies_it() {
        String before = get(AUDITOR, "/api/v1/ledger/checkpoint?fresh=true").body();
        String size = before.split("\n")[1];
        String address = opened();
        VerifierKey key = publishedKey();

        Answer whole = get(AUDITOR, bundle(address) + "?earlier=" + size);
        Answer part = get(AUDITOR, bundle(address) + "?withhold=person,notes");

        assertThat(whole.status()).as(whole.body()).isEqualTo(200);
        assertThat(whole.header("Content-Type")).startsWith("application/vnd.effektspor.bundle+ndjson");
        Verdict verdict = verdict(whole, new Brought(key, SignedNote.parse(before)));
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.keyGiven()).isTrue();
        assertThat(verdict.events()).hasSize(2);
        assertThat(whole.body()).contains("Karla Opdigtet", "Kom for sent");
        Verdict withheld = verdict(part, new Brought(key, null));
        assertThat(withheld.faults()).isEmpty();
        assertThat(withheld.texts(Line.Hidden.WITHHELD)).isEqualTo(3);
        assertThat(part.body()).doesNotContain("Karla").doesNotContain("Kom for sent");
    }

    @Test
    void what_was_proved_before_an_erasure_stays_proved_and_what_is_taken_away_after_it_holds_the_same_bytes() {
        String address = opened();
        VerifierKey key = publishedKey();
        String kept = get(AUDITOR, "/api/v1/ledger/checkpoint?fresh=true").body();
        Answer before = get(AUDITOR, bundle(address));

        new Forgotten(this, jdbc)
                .forget(get("sagsbehandler", address + "?atLeast=2")
                        .json()
                        .path("citizenId")
                        .asString());

        assertThat(verdict(before, new Brought(key, null)).faults()).isEmpty();
        Answer after = get(AUDITOR, bundle(address) + "?earlier=" + kept.split("\n")[1]);
        Verdict verdict = verdict(after, new Brought(key, SignedNote.parse(kept)));
        assertThat(verdict.faults()).as("also that the log has only grown").isEmpty();
        assertThat(verdict.texts(Line.Hidden.ERASED)).isEqualTo(3);
        assertThat(after.body()).doesNotContain("Karla").doesNotContain("Kom for sent");
        assertThat(stored(after)).hasSize(2).isEqualTo(stored(before));
    }

    /** Of each event its place in the log and its bytes. */
    private static List<String> stored(Answer bundle) {
        return bundle.body()
                .lines()
                .filter(line -> line.startsWith("{\"line\":\"event\""))
                .map(line -> line.replaceFirst(",\"path\":.*", ""))
                .toList();
    }

    @Test
    void the_program_tells_the_case_at_any_point_of_its_bundle_as_the_service_does() throws IOException {
        String address = aCaseWithSomethingToTell();
        String audit = bundle(address).replaceFirst("/bundle$", "");
        Path file = Files.writeString(
                folder.resolve("case.bundle"), get(AUDITOR, bundle(address)).body());

        for (int at = 0; at <= 6; at++) {
            assertThat(toldBy(file, "--at", Integer.toString(at)))
                    .as("after event %d", at)
                    .isEqualTo(answered(audit + "/state?at=" + at));
        }
        assertThat(toldBy(file, "--valid-at", "2020-03-11"))
                .as("before the wrong reading's right date")
                .isEqualTo(answered(audit + "/state?validAt=2020-03-11"));
        assertThat(toldBy(file, "--valid-at", "2020-05-01", "--known-at", "2099-12-31"))
                .isEqualTo(answered(audit + "/state?validAt=2020-05-01&knownAt=2099-12-31"));
        assertThat(toldBy(file, "--known-at", "2099-12-31")).isEqualTo(answered(audit + "/state?knownAt=2099-12-31"));
        String then = recordedAt(audit, 4);
        assertThat(toldBy(file, "--known-at", then)).isEqualTo(answered(audit + "/state?knownAt=" + then));
        assertThat(toldBy(file, "--valid-at", "2020-03-11", "--known-at", then))
                .isEqualTo(answered(audit + "/state?validAt=2020-03-11&knownAt=" + then))
                .isNotEqualTo(answered(audit + "/state?validAt=2020-03-11"));
    }

    /** Its first reading is corrected at last, and to another date. */
    private String aCaseWithSomethingToTell() {
        String address = created("/api/v1/cases", opening("2020-8100003"));
        String reading = created(address + "/compass-scores", reading("ENTRY", 4, "2020-03-10"));
        String home = created(
                address + "/interventions",
                with(TERMS.formatted("HJEM", "§52 stk. 3 nr. 2", "2020-04-01", ""), "2020-03-15"));
        done(home + "/start", "{\"effectiveOn\": \"2020-04-01\"}");
        created(
                address + "/network-meetings",
                "{\"citizenPresent\": true, \"summary\": \"Enige om planen\", \"effectiveOn\": \"2020-04-20\"}");
        done(
                home + "/adjust",
                "{\"goals\": [\"Sover hjemme\"], \"reason\": \"Ny plan\", \"effectiveOn\": \"2020-05-20\"}");
        done(reading + "/correct", correction(reading("ENTRY", 5, "2020-03-12")));
        return address;
    }

    /** The case, the ladder and the compass as the program tells them. */
    private static List<JsonNode> toldBy(Path bundle, String... point) {
        List<String> arguments = new ArrayList<>(List.of(bundle.toString(), "--json"));
        arguments.addAll(List.of(point));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int code = new Verify(Locale.ENGLISH, new PrintStream(out, true, UTF_8), new PrintStream(errors, true, UTF_8))
                .run(arguments);
        assertThat(code).as(errors.toString(UTF_8)).isZero();
        JsonNode state = JSON.readTree(out.toString(UTF_8)).path("state");
        return List.of(state.path("state"), state.path("ladder"), state.path("compass"));
    }

    /** The same as the service answers. */
    private List<JsonNode> answered(String path) {
        Answer answer = get(AUDITOR, path);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(200);
        JsonNode state = answer.json();
        assertThat(state.path("caseFile").path("caseId").asString()).isNotEmpty();
        return List.of(state.path("caseFile"), state.path("ladder"), state.path("compass"));
    }

    private String recordedAt(String audit, int sequence) {
        return get(AUDITOR, audit + "/replay")
                .json()
                .path("events")
                .path(sequence)
                .path("recordedAt")
                .asString();
    }

    private String created(String path, String body) {
        Answer answer = post("sagsbehandler", path, body);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(201);
        return answer.header("Location");
    }

    private void done(String path, String body) {
        Answer answer = post("sagsbehandler", path, body);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(204);
    }

    @Test
    void only_auditors_take_cases_away_and_only_with_fields_there_are() {
        String address = opened();

        assertThat(get("sagsbehandler", bundle(address)).status()).isEqualTo(403);
        assertThat(get(AUDITOR, bundle("/api/v1/cases/" + UUID.randomUUID())).status())
                .isEqualTo(404);
        Answer unknown = get(AUDITOR, bundle(address) + "?withhold=shoes");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.json().path("code").asString()).isEqualTo("bundle.unknown-field");
        assertThat(get(AUDITOR, bundle(address) + "?earlier=999999999").status())
                .isEqualTo(400);
    }

    private String opened() {
        int number = (int) (Math.abs(UUID.randomUUID().getMostSignificantBits()) % 1_000_000);
        Answer opened = post("sagsbehandler", "/api/v1/cases", """
                {"cpr": "7101128123", "name": "Karla Opdigtet", "targetGroup": "UBU-6-12", "unit": "BBU-NOERREBRO",
                 "caseworker": "sagsbehandler", "caseNumber": "2019-%07d", "effectiveOn": "2020-03-01"}""".formatted(number));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        String address = opened.header("Location");
        Answer note = post(
                "sagsbehandler", address + "/notes", "{\"text\": \"Kom for sent\", \"effectiveOn\": \"2020-04-01\"}");
        assertThat(note.status()).as(note.body()).isEqualTo(201);
        return address;
    }

    private VerifierKey publishedKey() {
        return VerifierKey.parse(
                get(AUDITOR, "/api/v1/ledger/key").json().path("key").asString());
    }

    private static String bundle(String address) {
        return address.replaceFirst("^.*/api/v1/cases/", "/api/v1/audit/cases/") + "/bundle";
    }

    private static Verdict verdict(Answer answer, Brought brought) {
        return requireNonNull(Verification.of(answer.body().getBytes(UTF_8), brought));
    }
}
