package dk.effektspor;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.query.ledger.proof.Checkpoint;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.proof.SignedNote;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

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
    void what_the_paper_is_sealed_with_is_what_the_ledger_answers_by_itself() throws IOException {
        String address = opened();
        String read = address.replace("/audit/cases/", "/cases/");
        Answer noted =
                post("sagsbehandler", read + "/notes", "{\"text\": \"Opdigtet\", \"effectiveOn\": \"2020-03-02\"}");
        assertThat(noted.status()).as(noted.body()).isEqualTo(201);
        String printed = text(bytes("revisor", address + "/history.pdf", ASKING));

        Checkpoint signed = Checkpoint.parse(
                SignedNote.parse(get("revisor", "/api/v1/ledger/checkpoint").body())
                        .text());
        assertThat(printed)
                .contains(
                        "Checkpoint " + signed.size() + " events in the log",
                        "Root hash " + signed.root().hex(),
                        "Checkpoint " + signed.size() + " · root "
                                + signed.root().hex().substring(0, 16))
                .containsSubsequence(signed.text().lines().toList());
        List<JsonNode> events = get("revisor", address + "/replay")
                .json()
                .path("events")
                .valueStream()
                .toList();
        assertThat(events).hasSize(2).allSatisfy(event -> {
            JsonNode proved = get(
                            "revisor",
                            "/api/v1/ledger/inclusion?size=" + signed.size() + "&eventId="
                                    + event.path("eventId").asString())
                    .json();
            assertThat(proved.path("root").asString()).isEqualTo(signed.root().base64());
            assertThat(printed)
                    .contains("Log position " + proved.path("position").asLong() + " · "
                            + Hash.ofBase64(proved.path("leaf").asString()).hex());
        });
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

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).lines().map(String::strip).collect(Collectors.joining(" "));
        }
    }
}
