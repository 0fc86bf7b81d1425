package dk.effektspor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.effektspor.platform.postgres.DebianPostgres;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL ends under the running application, and the application goes on with the next one without a restart. */
class PostgresAwayTest {

    private static final String FIGURES = "/api/v1/effects/change?from=2026-01-01&to=2026-06-30";

    @TempDir
    Path data;

    @Test
    void an_embedded_postgresql_that_is_killed_under_load_is_started_again_and_nothing_acknowledged_is_lost()
            throws Exception {
        Caseload caseload;
        Map<String, String> followedLive;
        try (Server server = FastStart.server(data).awaitReady()) {
            caseload = Caseload.opened(server, 2);
            for (int kill = 0; kill < 3; kill++) {
                underLoad(server, caseload, server::killDatabase, false);
            }
            caseload.repeatUnanswered(server);
            server.awaitViews();
            awaitExactlyOnce(server, caseload);
            followedLive = caseload.views(server);
        }
        assertThat(data.resolve("postgres/postmaster.pid"))
                .as("the one started last is stopped with the application")
                .doesNotExist();
        try (Server server = FastStart.server(data).awaitReady()) {
            server.awaitViews();
            assertThat(caseload.views(server)).as("a fresh replay").isEqualTo(followedLive);
        }
    }

    @Test
    void an_external_postgresql_that_goes_away_and_comes_back_is_found_again_by_commands_and_projections()
            throws Exception {
        try (DebianPostgres postgres = DebianPostgres.start()) {
            String[] properties = {
                "effektspor.postgres.url=" + postgres.url(),
                "effektspor.postgres.user=municipality",
                "effektspor.postgres.password="
            };
            Caseload caseload;
            Map<String, String> followedLive;
            try (Server server = FastStart.server(data, properties).awaitReady()) {
                caseload = Caseload.opened(server, 2);
                // They are at work already: who was not signed in lately cannot be looked up meanwhile.
                Caseload.read(server, FIGURES, Server.ANALYST);
                assertThat(Caseload.read(server, "/api/v1/operations/status", Server.OPERATOR))
                        .contains("\"ok\":true");
                underLoad(
                        server,
                        caseload,
                        () -> {
                            postgres.goAway();
                            assertAwayIsTold(server, caseload);
                            postgres.comeBack();
                        },
                        true);
                assertThat(Caseload.read(server, "/api/v1/operations/status", Server.OPERATOR))
                        .doesNotContain("POSTGRES_AWAY");
                caseload.repeatUnanswered(server);
                awaitExactlyOnce(server, caseload);
                server.awaitViews();
                followedLive = caseload.views(server);
            }
            try (Server server = FastStart.server(data, properties).awaitReady()) {
                server.awaitViews();
                assertThat(caseload.views(server)).as("a fresh replay").isEqualTo(followedLive);
            }
        }
    }

    /** Asked at once, since each waits for a connection as long as it may. */
    private static void assertAwayIsTold(Server server, Caseload caseload) throws Exception {
        var look = asked(server, caseload.location(0), Server.CASEWORKER);
        var figures = asked(server, FIGURES, Server.ANALYST);
        var status = asked(server, "/api/v1/operations/status", Server.OPERATOR);
        assertThat(server.get("/actuator/health/readiness", Server.OPERATOR).statusCode())
                .isEqualTo(503);
        // Whatever is shown of a person is written down first, however lately the reader and the citizen were seen.
        assertThat(look.get().statusCode()).as(look.get().body()).isEqualTo(503);
        assertThat(look.get().body()).contains("\"code\":\"store.away\"").doesNotContain("Opdigtet");
        assertThat(look.get().headers().firstValue("Retry-After")).contains("2");
        assertThat(figures.get().statusCode()).as(figures.get().body()).isEqualTo(200);
        assertThat(status.get().statusCode()).as(status.get().body()).isEqualTo(200);
        assertThat(status.get().body())
                .contains("\"ok\":false", "\"kind\":\"POSTGRES_AWAY\"", "\"reachable\":false")
                .doesNotContain("MONGO_AWAY");
    }

    private static CompletableFuture<HttpResponse<String>> asked(Server server, String path, String user)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.uri(path))
                .header("Authorization", server.authorization(user))
                .timeout(Duration.ofSeconds(60))
                .build();
        return server.http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    private interface Fault {
        void happen() throws Exception;
    }

    /**
     * Two clients write before, during and after the fault; they hear 201, or 503 with when to ask again.
     *
     * @param noticed whether somebody must have heard 503: one that is started again at once may be waited for instead
     */
    private static void underLoad(Server server, Caseload caseload, Fault fault, boolean noticed) throws Exception {
        Queue<String> surprises = new ConcurrentLinkedQueue<>();
        AtomicBoolean over = new AtomicBoolean();
        AtomicBoolean refused = new AtomicBoolean();
        ExecutorService clients = Executors.newFixedThreadPool(caseload.cases());
        for (int c = 0; c < caseload.cases(); c++) {
            int client = c;
            clients.submit(() -> {
                while (!over.get()) {
                    HttpResponse<String> answer = caseload.write(server, client);
                    if (answer.statusCode() == 503) {
                        refused.set(true);
                        if (!answer.body().contains("\"code\":\"store.away\"")
                                || answer.headers().firstValue("Retry-After").isEmpty()) {
                            surprises.add(answer.body());
                        }
                    } else if (answer.statusCode() != 201) {
                        surprises.add(answer.statusCode() + " " + answer.body());
                    }
                }
                return null;
            });
        }
        // Also before the second fault: connections that have rested are tried first.
        long atFirst = caseload.acknowledged();
        await().until(() -> caseload.acknowledged() > atFirst + 20);
        fault.happen();
        if (noticed) {
            await().atMost(Duration.ofSeconds(30)).untilTrue(refused);
        }
        long before = caseload.acknowledged();
        await().atMost(Duration.ofSeconds(60)).until(() -> caseload.acknowledged() > before + 50);
        over.set(true);
        clients.shutdown();
        assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(surprises).isEmpty();
    }

    private static void awaitExactlyOnce(Server server, Caseload caseload) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> caseload.assertExactlyOnce(server));
    }
}
