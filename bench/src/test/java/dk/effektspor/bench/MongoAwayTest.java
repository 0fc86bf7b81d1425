package dk.effektspor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The views' MongoDB stops under the running application, and comes back as it was or with nothing. */
class MongoAwayTest {

    private static final Duration A_FEW_SECONDS = Duration.ofSeconds(6);

    @TempDir
    Path data;

    @Test
    void reads_are_told_to_wait_while_commands_go_on_and_whatever_comes_back_the_views_become_whole() throws Exception {
        Map<String, String> recovered;
        Caseload caseload;
        try (ComingAndGoingMongo mongo = new ComingAndGoingMongo()) {
            try (Server server = FastStart.server(data, mongo.property()).awaitReady()) {
                caseload = Caseload.opened(server, 2);
                write(server, caseload);
                server.awaitViews();
                caseload.assertExactlyOnce(server);

                mongo.goAway();
                assertReadsAreToldToWait(server, caseload);
                write(server, caseload);
                mongo.comeBack();
                awaitWhole(server, caseload);

                mongo.goAway();
                assertReadsAreToldToWait(server, caseload);
                write(server, caseload);
                mongo.comeBackEmpty();
                assertNothingHalf(server);
                awaitWhole(server, caseload);

                // So quickly that nobody may have asked in between.
                mongo.goAway();
                mongo.comeBackEmpty();
                assertNothingHalf(server);
                awaitWhole(server, caseload);
                write(server, caseload);
                awaitWhole(server, caseload);
                recovered = caseload.views(server);
                assertThat(Caseload.read(server, "/api/v1/operations/status", Server.OPERATOR))
                        .doesNotContain("MONGO_AWAY");
            }
        }
        try (Server server = FastStart.server(data).awaitReady()) {
            server.awaitViews();
            assertThat(caseload.views(server)).as("a fresh replay").isEqualTo(recovered);
        }
    }

    private static void write(Server server, Caseload caseload) throws Exception {
        for (int i = 0; i < 40; i++) {
            HttpResponse<String> answer = caseload.write(server, i % caseload.cases());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
    }

    private static void assertReadsAreToldToWait(Server server, Caseload caseload) throws Exception {
        for (String path : new String[] {
            caseload.location(0),
            caseload.location(0) + "/timeline",
            caseload.location(0) + "?atLeast=2",
            "/api/v1/cases"
        }) {
            long before = System.nanoTime();
            HttpResponse<String> answer = server.get(path);
            assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(503);
            assertThat(answer.body()).contains("\"code\":\"view.away\"", "Visningerne er utilgængelige");
            assertThat(answer.headers().firstValue("Retry-After")).contains("2");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).as(path).isLessThan(A_FEW_SECONDS);
        }
        assertThat(server.get("/api/v1/effects/steps?from=2025-01-01&to=2026-06-30", "analytiker")
                        .body())
                .contains("view.away");
        assertThat(server.get("/actuator/health/readiness", Server.OPERATOR).statusCode())
                .isEqualTo(503);
        assertThat(Caseload.read(server, "/api/v1/operations/status", Server.OPERATOR))
                .contains("\"ok\":false", "\"kind\":\"MONGO_AWAY\"", "\"mongoReachable\":false")
                .doesNotContain("POSTGRES_AWAY");
    }

    /** A list is never shown with some of its cases: it is whole, or there is none yet. */
    private static void assertNothingHalf(Server server) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    HttpResponse<String> list = server.get("/api/v1/cases");
                    if (list.statusCode() == 200) {
                        assertThat(list.body()).contains("2026-0000001", "2026-0000002");
                        return true;
                    }
                    assertThat(list.statusCode()).as(list.body()).isEqualTo(503);
                    return false;
                });
    }

    private static void awaitWhole(Server server, Caseload caseload) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> {
                    assertThat(server.get("/actuator/health/readiness", Server.OPERATOR)
                                    .statusCode())
                            .isEqualTo(200);
                    caseload.assertExactlyOnce(server);
                });
    }
}
