package dk.effektspor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An approved erasure is carried out whatever is killed, and no backup undoes it. */
class ErasureKillTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NOTE = "Opdigtet notat om en glemt";

    private static final String FRESH_CHECKPOINT = "/api/v1/ledger/checkpoint?fresh=true";

    @TempDir
    Path folder;

    @Test
    void killed_between_approval_and_destruction_it_is_done_after_the_next_start_and_a_backup_brings_nobody_back()
            throws Exception {
        Path data = folder.resolve("city");
        String location;
        String citizen;
        try (Server server = FastStart.server(data).awaitReady()) {
            location = openCase(server);
            server.awaitViews();
            citizen =
                    json(server.get(location + "?atLeast=2")).path("citizenId").asString();
            said("backup", "old", "--data", "city");

            String request = json(server.postAs(
                            "teamleder",
                            erasure(citizen),
                            "{\"ground\":\"ARCHIVE_AUTHORISED\",\"reference\":\"2026-0012345-7\"}"))
                    .path("requestId")
                    .asString();
            try (Connection database = DriverManager.getConnection(server.databaseUrl())) {
                hold(database, citizen);
                HttpResponse<String> approved =
                        server.postAs("teamleder2", erasure(citizen) + "/" + request + "/approve", "{}");
                assertThat(approved.statusCode()).as(approved.body()).isEqualTo(204);
                assertThat(state(server, citizen)).isEqualTo("APPROVED");
                assertThat(timeline(server, location)).contains(NOTE);
                server.kill(true);
            }
        }

        try (Server server = FastStart.server(data).awaitReady()) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .untilAsserted(() -> assertThat(state(server, citizen)).isEqualTo("ERASED"));
            server.awaitViews();
            assertThat(timeline(server, location)).doesNotContain(NOTE).contains("slettet");
            assertThat(server.get(FRESH_CHECKPOINT, Server.OPERATOR).statusCode())
                    .isEqualTo(200);
            said("backup", "--keys", "newer-keys", "--data", "city");
        }

        refusedWithoutList();
        // A key part from after the erasure needs no list: what is gone from the table is not in it.
        said("restore", "old", "--keys", "newer-keys", "--erased", "none", "--data", "newer");
        OwnFiles.putKeys(data, folder.resolve("newer"));
        OwnFiles.putLedger(data, folder.resolve("newer"));
        try (Server server = FastStart.server(folder.resolve("newer")).awaitReady()) {
            server.awaitViews();
            assertThat(timeline(server, location)).doesNotContain(NOTE).contains("slettet");
        }
        // Data and keys are both from before; only the list is newer.
        said("restore", "old", "--erased", "city/keys/erased", "--data", "new");
        OwnFiles.putKeys(data, folder.resolve("new"));
        OwnFiles.putLedger(data, folder.resolve("new"));
        try (Server server = FastStart.server(folder.resolve("new")).awaitReady()) {
            server.awaitViews();
            assertThat(timeline(server, location)).doesNotContain(NOTE).contains("slettet");
            assertThat(Files.readString(folder.resolve("new/keys/erased"))).contains(citizen);
            // The restored record knows nothing of it; the answer does.
            assertThat(state(server, citizen)).isEqualTo("ERASED");
            // Nor may the log go on under its name: what came after the backup was signed.
            HttpResponse<String> signed = server.get(FRESH_CHECKPOINT, Server.OPERATOR);
            assertThat(signed.statusCode()).as(signed.body()).isEqualTo(503);
            assertThat(signed.body()).contains("ledger.stopped");
        }
    }

    private void refusedWithoutList() {
        Script script = Script.start(folder, Map.of(), "restore", "old", "--data", "unsaid");
        assertThat(script.exitCode()).as(script.said()).isEqualTo(2);
        assertThat(script.said()).contains("--erased");
        assertThat(folder.resolve("unsaid/postgres")).doesNotExist();
    }

    /** As a long transaction would: the key cannot be touched until it ends. */
    private static void hold(Connection database, String citizen) throws Exception {
        database.setAutoCommit(false);
        try (PreparedStatement query = database.prepareStatement(
                "select wrapped_key is not null from citizen where citizen_id = ? for update")) {
            query.setObject(1, UUID.fromString(citizen));
            try (ResultSet row = query.executeQuery()) {
                assertThat(row.next() && row.getBoolean(1)).isTrue();
            }
        }
    }

    private static String openCase(Server server) throws Exception {
        HttpResponse<String> opened = server.post(
                "/api/v1/cases",
                "{\"cpr\":\"710312-7001\",\"name\":\"Opdigtet Borger\",\"targetGroup\":\"UBU-6-12\","
                        + "\"unit\":\"BBU-NOERREBRO\",\"caseworker\":\"sagsbehandler\",\"caseNumber\":\"2026-0000201\","
                        + "\"effectiveOn\":\"2026-01-05\"}");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        String location = opened.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> noted =
                server.post(location + "/notes", "{\"text\":\"" + NOTE + "\",\"effectiveOn\":\"2026-02-03\"}");
        assertThat(noted.statusCode()).as(noted.body()).isEqualTo(201);
        return location;
    }

    private static String timeline(Server server, String location) throws Exception {
        HttpResponse<String> answer = server.get(location + "/timeline?order=recorded");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String state(Server server, String citizen) throws Exception {
        return json(server.get(erasure(citizen), "drift")).path("state").asString();
    }

    private static String erasure(String citizen) {
        return "/api/v1/citizens/" + citizen + "/erasure";
    }

    private static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
        return JSON.readTree(answer.body());
    }

    private void said(String... words) {
        Script script = Script.start(folder, Map.of(), words);
        assertThat(script.exitCode()).as(script.said()).isZero();
    }
}
