package dk.effektspor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event that no projection can read: seen over HTTP as an operator and as a caseworker, until it is repaired. */
class StoppedProjectionTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path data;

    @Test
    void a_projection_that_cannot_go_on_says_where_and_after_the_repair_nothing_was_skipped() throws Exception {
        try (ComingAndGoingMongo mongo = new ComingAndGoingMongo()) {
            Caseload caseload;
            long broken;
            try (Server server = started(mongo)) {
                caseload = Caseload.opened(server, 2);
                assertThat(caseload.note(server, 0).statusCode()).isEqualTo(201);
                server.awaitNoLag();
                broken = appendUnreadable(server, caseload.location(0));

                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertStopped(server, broken));
                String withTheNote = "?atLeast=" + (Caseload.OPENED + 1);
                // Writing goes on; the view says how far it is, and does not pretend to have what came after.
                assertThat(caseload.note(server, 1).statusCode()).isEqualTo(201);
                HttpResponse<String> stale = server.get(caseload.location(1));
                assertThat(stale.statusCode()).as(stale.body()).isEqualTo(200);
                assertThat(stale.headers().firstValue("View-Stopped-At")).contains(Long.toString(broken - 1));
                assertThat(stale.headers().firstValue("ETag")).contains("\"" + Caseload.OPENED + "\"");
                HttpResponse<String> fresh = server.get(caseload.location(1) + withTheNote);
                assertThat(fresh.statusCode()).as(fresh.body()).isEqualTo(503);
                assertThat(fresh.body()).contains("\"code\":\"view.behind\"");
                assertThat(fresh.headers().firstValue("Retry-After")).isPresent();
            }
            // Not even a new start gets past it.
            try (Server server = started(mongo)) {
                await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertStopped(server, broken));
                repair(server, broken);
            }
            Map<String, String> goneOn;
            try (Server server = started(mongo)) {
                server.awaitViews();
                assertThat(server.get("/actuator/health", Server.OPERATOR).body())
                        .contains("\"status\":\"UP\"")
                        .doesNotContain("stopped at position");
                assertThat(Caseload.read(
                                server, caseload.location(0) + "?atLeast=" + (Caseload.OPENED + 2), Server.CASEWORKER))
                        .contains("\"version\":" + (Caseload.OPENED + 2));
                assertThat(Caseload.read(
                                server, caseload.location(1) + "?atLeast=" + (Caseload.OPENED + 1), Server.CASEWORKER))
                        .contains("\"version\":" + (Caseload.OPENED + 1));
                goneOn = caseload.views(server);
                assertThat(server.get(caseload.location(1)).headers().firstValue("View-Stopped-At"))
                        .isEmpty();
            }
            try (Server server = FastStart.server(data).awaitReady()) {
                server.awaitViews();
                assertThat(caseload.views(server)).as("a fresh replay").isEqualTo(goneOn);
            }
        }
    }

    private Server started(ComingAndGoingMongo mongo) throws Exception {
        return FastStart.server(data, mongo.property(), "effektspor.projections.claim-timeout=2s")
                .awaitReady();
    }

    private static void assertStopped(Server server, long broken) throws Exception {
        HttpResponse<String> health = server.get("/actuator/health", Server.OPERATOR);
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("\"status\":\"DOWN\"");
        for (String projection : new String[] {"case-view", "timeline-view", "effect-view"}) {
            assertThat(health.body()).containsPattern("\"" + projection + "\":\\{[^}]*stopped at position " + broken);
            JsonNode told = JSON.readTree(health.body())
                    .path("components")
                    .path("projections")
                    .path("details")
                    .path(projection);
            assertThat(told.path("lagEvents").asLong()).as(told.toString()).isPositive();
            assertThat(told.path("lagSeconds").asDouble()).as(told.toString()).isPositive();
        }
        assertThat(server.get("/actuator/health/readiness", Server.CASEWORKER).statusCode())
                .isEqualTo(503);
    }

    /** The case's last event once more, as the next one, in a form nobody can read. */
    private long appendUnreadable(Server server, String location) throws Exception {
        try (Connection connection = database(server);
                PreparedStatement append = connection.prepareStatement("""
                        insert into event (aggregate_identifier, sequence_number, event_identifier, type, time_stamp,
                                           payload_type, payload_revision, payload, meta_data)
                        select aggregate_identifier, sequence_number + 1, gen_random_uuid()::text, type, time_stamp,
                               payload_type, payload_revision, 'unreadable'::bytea || payload, meta_data
                        from event where aggregate_identifier = ? order by sequence_number desc limit 1
                        returning global_index""")) {
            append.setString(1, location.replaceFirst(".*/", ""));
            try (ResultSet row = append.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getLong(1);
            }
        }
    }

    private void repair(Server server, long position) throws Exception {
        try (Connection connection = database(server);
                PreparedStatement repair = connection.prepareStatement(
                        "update event set payload = substring(payload from length('unreadable') + 1) where global_index = ?")) {
            repair.setLong(1, position);
            assertThat(repair.executeUpdate()).isEqualTo(1);
        }
    }

    private Connection database(Server server) throws Exception {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + server.postgresPort() + "/postgres",
                "effektspor",
                Files.readString(data.resolve("postgres-password")).strip());
    }
}
