package dk.effektspor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.query.audit.bundle.Line;
import dk.effektspor.query.audit.verify.Brought;
import dk.effektspor.query.audit.verify.Verdict;
import dk.effektspor.query.audit.verify.Verification;
import dk.effektspor.query.ledger.proof.SignedNote;
import dk.effektspor.query.ledger.proof.VerifierKey;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A case taken away over HTTP and verified with nothing but the file, the published key and a checkpoint one has kept. */
class BundleTest extends RunningStandalone {

    private static final String AUDITOR = "revisor";

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private JdbcTemplate jdbc;

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
