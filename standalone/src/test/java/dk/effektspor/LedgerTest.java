package dk.effektspor;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.query.ledger.proof.Checkpoint;
import dk.effektspor.query.ledger.proof.ConsistencyProof;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.proof.InclusionProof;
import dk.effektspor.query.ledger.proof.SignedNote;
import dk.effektspor.query.ledger.proof.VerifierKey;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** An auditor who trusts nothing but the key asks the running application. */
class LedgerTest extends RunningStandalone {

    private static final String LEDGER = "/api/v1/ledger/";
    private static int cases;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private JdbcTemplate sql;

    @Test
    void what_was_just_recorded_is_proved_under_a_signed_checkpoint_and_the_log_has_only_grown() {
        Checkpoint before = verified(get("revisor", LEDGER + "checkpoint?fresh=true"));
        aCaseIsOpened();
        String event = lastEvent();
        SignedNote note =
                SignedNote.parse(post("revisor", LEDGER + "checkpoint", "").body());
        Checkpoint after = Checkpoint.parse(note.text());
        assertThat(key().verify(note)).isTrue();
        assertThat(after.size()).isGreaterThan(before.size());
        assertThat(get("analytiker", LEDGER + "checkpoint").body()).contains("effektspor.local/log\n");

        JsonNode inclusion = get("revisor", LEDGER + "inclusion?size=" + after.size() + "&eventId=" + event)
                .json();
        assertThat(new InclusionProof(inclusion.path("position").asLong(), after.size(), hashes(inclusion))
                        .proves(Hash.ofBase64(inclusion.path("leaf").asString()), after.root()))
                .isTrue();
        JsonNode growth = get("revisor", LEDGER + "consistency?from=" + before.size() + "&to=" + after.size())
                .json();
        assertThat(new ConsistencyProof(before.size(), after.size(), hashes(growth))
                        .proves(before.root(), after.root()))
                .isTrue();
    }

    @Test
    void what_cannot_be_proved_is_told_in_the_readers_language() {
        verified(get("revisor", LEDGER + "checkpoint?fresh=true"));

        refused("inclusion?eventId=00000000-0000-4000-8000-000000000000", 404, "ledger.unknown-event");
        refused("inclusion?size=9999999&eventId=" + lastEvent(), 400, "ledger.out-of-range");
        refused("consistency?from=2&to=1", 400, "ledger.out-of-range");
        refused("consistency?from=x", 400, "request.invalid-parameter");
    }

    @Test
    void a_new_key_follows_by_a_recorded_event_and_the_views_pass_over_it() {
        aCaseIsOpened();
        VerifierKey before = key();

        Answer rotated = post("drift", LEDGER + "key-rotation", "");
        assertThat(rotated.status()).as(rotated.body()).isEqualTo(200);

        VerifierKey after = key();
        assertThat(after).isNotEqualTo(before);
        assertThat(rotated.json().path("previousKey").asString()).isEqualTo(before.text());
        assertThat(get("revisor", LEDGER + "key").json().path("earlier"))
                .extracting(JsonNode::asString)
                .contains(before.text());
        SignedNote both = SignedNote.parse(get("revisor", LEDGER + "checkpoint").body());
        if (Checkpoint.parse(both.text()).size() == rotated.json().path("size").asLong()) {
            assertThat(before.verify(both) && after.verify(both)).isTrue();
        }
        assertThat(sql.queryForObject(
                        "select convert_from(meta_data, 'UTF8') from event where aggregate_identifier = 'ledger'"
                                + " order by sequence_number desc limit 1",
                        String.class))
                .startsWith("{\"actor\":\"drift\",\"client\":")
                .contains("\"command\":\"ledger.rotate-key\"");
        aCaseIsOpened();
        assertThat(verified(get("revisor", LEDGER + "checkpoint?fresh=true")).size())
                .isGreaterThan(rotated.json().path("size").asLong());
    }

    @Test
    void whoever_changes_a_stored_byte_turns_health_red_and_the_status_says_where() {
        aCaseIsOpened();
        String event = lastEvent();
        verified(get("revisor", LEDGER + "checkpoint?fresh=true"));
        long position = get("revisor", LEDGER + "inclusion?eventId=" + event)
                .json()
                .path("position")
                .asLong();
        // Or those that have not read it yet would stop at it.
        Awaitility.await().until(this::everyViewHoldsEverything);
        change(event);
        try {
            JsonNode status = checked();
            assertThat(status.path("ok").asBoolean()).isFalse();
            assertThat(whats(status)).contains("event " + event + " at position " + position + " differs");
            Answer health = get("drift", "/actuator/health");
            assertThat(health.status()).isEqualTo(503);
            assertThat(health.json().at("/components/ledger/status").asString()).isEqualTo("DOWN");
            assertThat(get(null, "/actuator/health/readiness").status()).isEqualTo(200);
        } finally {
            change(event);
        }
        assertThat(whats(checked())).doesNotContain("event " + event + " at position " + position + " differs");
    }

    @Test
    void built_anew_the_ledger_comes_out_the_same() {
        aCaseIsOpened();
        Checkpoint before = verified(get("revisor", LEDGER + "checkpoint?fresh=true"));

        assertThat(post("drift", LEDGER + "rebuild", "").status()).isEqualTo(200);

        Checkpoint after = verified(get("revisor", LEDGER + "checkpoint?fresh=true"));
        JsonNode growth = get("revisor", LEDGER + "consistency?from=" + before.size() + "&to=" + after.size())
                .json();
        assertThat(new ConsistencyProof(before.size(), after.size(), hashes(growth))
                        .proves(before.root(), after.root()))
                .isTrue();
    }

    private boolean everyViewHoldsEverything() {
        JsonNode views = get("drift", "/actuator/health").json().at("/components/projections/details");
        return !views.isEmpty()
                && StreamSupport.stream(views.spliterator(), false)
                        .allMatch(view -> view.path("lagEvents").asLong(1) == 0);
    }

    /** Twice, it is as it was. */
    private void change(String event) {
        assertThat(sql.update(
                        "update event set payload = set_byte(payload, 5, get_byte(payload, 5) # 1) where event_identifier = ?",
                        event))
                .isEqualTo(1);
    }

    private JsonNode checked() {
        Answer checked = post("drift", LEDGER + "check", "", "Accept-Language", "en");
        assertThat(checked.status()).as(checked.body()).isEqualTo(200);
        return checked.json();
    }

    private static List<String> whats(JsonNode status) {
        return StreamSupport.stream(status.path("findings").spliterator(), false)
                .map(finding -> finding.path("what").asString())
                .toList();
    }

    private VerifierKey key() {
        return VerifierKey.parse(
                get("revisor", LEDGER + "key").json().path("key").asString());
    }

    private Checkpoint verified(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        SignedNote note = SignedNote.parse(answer.body());
        assertThat(key().verify(note)).isTrue();
        return Checkpoint.parse(note.text());
    }

    private void refused(String query, int status, String code) {
        Answer answer = get("revisor", LEDGER + query, "Accept-Language", "en");
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
    }

    private static List<Hash> hashes(JsonNode proof) {
        return StreamSupport.stream(proof.path("path").spliterator(), false)
                .map(hash -> Hash.ofBase64(hash.asString()))
                .toList();
    }

    private String lastEvent() {
        return String.valueOf(sql.queryForObject(
                "select event_identifier from event order by global_index desc limit 1", String.class));
    }

    private void aCaseIsOpened() {
        Answer opened = post("sagsbehandler", "/api/v1/cases", """
                {"cpr": "720312-7002", "name": "Opdigtet Barn", "targetGroup": "UBU-6-12", "unit": "BBU-NOERREBRO",
                 "caseworker": "sagsbehandler", "caseNumber": "2020-730000%d", "effectiveOn": "2020-03-02"}
                """.formatted(++cases));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
    }
}
