package dk.effektspor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A case printed over HTTP, by those who may. */
class PaperTest extends RunningStandalone {

    private static final String[] ASKING = {"Access-Purpose", "tilsyn", "Accept-Language", "en"};

    @Test
    void an_auditor_prints_a_history_and_an_extract() {
        String address = opened();

        Answer history = get("revisor", address + "/history.pdf", ASKING);
        Answer extract = post(
                "revisor",
                address + "/insight.pdf",
                "{\"redactions\": [{\"version\": 1, \"field\": \"person.name\", \"ground\": \"FVL §15 b\"}]}",
                ASKING);
        Answer byDefault = get("revisor", address + "/insight.pdf?access=public&employeeNames=false", ASKING);

        for (Answer answer : new Answer[] {history, extract, byDefault}) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
            assertThat(answer.header("Content-Language")).isEqualTo("en");
            assertThat(answer.header("Cache-Control")).contains("no-store");
            assertThat(answer.body()).startsWith("%PDF-").contains("%%EOF");
        }
        assertThat(history.header("Content-Disposition")).contains("sagshistorik-2019-");
    }

    @Test
    void nobody_else_prints_and_what_is_unclear_is_refused() {
        String address = opened();

        assertThat(get("sagsbehandler", address + "/history.pdf").status()).isEqualTo(403);
        assertThat(get("revisor", "/api/v1/audit/cases/" + UUID.randomUUID() + "/history.pdf", ASKING)
                        .status())
                .isEqualTo(404);
        assertThat(get("revisor", address + "/history.pdf?knownAt=2001-01-01", ASKING)
                        .status())
                .isEqualTo(404);
        Answer unclear = post(
                "revisor",
                address + "/insight.pdf",
                "{\"redactions\": [{\"version\": 9, \"field\": \"text\", \"ground\": \"FVL §15 b\"}]}",
                ASKING);
        assertThat(unclear.status()).isEqualTo(400);
        assertThat(unclear.json().path("code").asString()).isEqualTo("paper.unknown-place");
    }

    private String opened() {
        int number = (int) (Math.abs(UUID.randomUUID().getMostSignificantBits()) % 1_000_000);
        Answer opened = post("sagsbehandler", "/api/v1/cases", """
                {"cpr": "7101128456", "name": "Karla Opdigtet", "targetGroup": "UBU-6-12", "unit": "BBU-NOERREBRO",
                 "caseworker": "sagsbehandler", "caseNumber": "2019-%07d", "effectiveOn": "2020-03-01"}""".formatted(number));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return opened.header("Location").replaceFirst("^.*/api/v1/cases/", "/api/v1/audit/cases/");
    }
}
