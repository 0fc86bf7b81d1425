package dk.effektspor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise everything rests on: whatever is killed and whenever, an acknowledged command is there, exactly once, and a
 * refused one is not.
 */
class KillNineTest {

    private static final int KILLS = 20;
    private static final int CLIENTS = 4;

    @TempDir
    Path data;

    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();

    @Test
    void twenty_times_kill_9_under_load_loses_nothing_doubles_nothing_and_lets_nothing_refused_in() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        System.out.println("KillNineTest: seed " + seed);
        try (ComingAndGoingMongo mongo = new ComingAndGoingMongo()) {
            Caseload caseload;
            String closed;
            String foreign;
            String closedBefore;
            String foreignBefore;
            try (Server server = started(mongo).awaitReady()) {
                caseload = Caseload.opened(server, CLIENTS);
                closed = Caseload.open(server, 8);
                done(server, closed + "/close", "{\"reason\":\"Slut\",\"effectiveOn\":\"2026-02-01\"}");
                foreign = Caseload.open(server, 9);
                done(
                        server,
                        foreign + "/transfer",
                        "{\"unit\":\"BBU-AMAGER\",\"caseworker\":\"kollega\",\"effectiveOn\":\"2026-02-01\"}");
                server.awaitViews();
                closedBefore = Caseload.read(server, closed + "?atLeast=2", Server.AUDITOR);
                foreignBefore = Caseload.read(server, foreign + "?atLeast=2", Server.AUDITOR);
                writeUntilKilled(server, caseload, closed, foreign, 500, true);
            }
            for (int kill = 1; kill < KILLS; kill++) {
                boolean databaseToo = kill % 2 == 0;
                if (kill % 3 == 0) {
                    // Before it comes to take commands; the one under load is the next one's.
                    try (Server server = started(mongo)) {
                        TimeUnit.MILLISECONDS.sleep(200 + random.nextInt(5_000));
                        server.kill(databaseToo);
                    }
                }
                try (Server server = started(mongo).awaitReady()) {
                    writeUntilKilled(server, caseload, closed, foreign, random.nextInt(1_200), databaseToo);
                }
            }
            assertThat(surprises).as("seed %d", seed).isEmpty();
            assertThat(refused.get()).as("seed %d", seed).isGreaterThan(2 * KILLS);
            assertThat(caseload.acknowledged()).as("seed %d", seed).isGreaterThan(5 * KILLS);

            Map<String, String> followedLive;
            try (Server server = started(mongo).awaitReady()) {
                server.awaitViews();
                caseload.assertExactlyOnce(server);
                caseload.repeatUnanswered(server);
                server.awaitViews();
                caseload.assertExactlyOnce(server);
                // Whoever was shown something before the kills is still told of after them.
                assertThat(Caseload.read(
                                server, "/api/v1/audit/access?actor=" + Server.AUDITOR + "&limit=200", Server.AUDITOR))
                        .as("seed %d", seed)
                        .contains(id(closed), id(foreign));
                assertThat(Caseload.read(server, "/api/v1/audit/access/check", Server.AUDITOR))
                        .as("seed %d", seed)
                        .contains("\"faults\":[]");
                assertThat(Caseload.read(server, closed, Server.AUDITOR))
                        .as("seed %d", seed)
                        .isEqualTo(closedBefore);
                assertThat(Caseload.read(server, foreign, Server.AUDITOR))
                        .as("seed %d", seed)
                        .isEqualTo(foreignBefore);
                followedLive = caseload.views(server);
            }
            // The embedded read store is empty at start: what it shows is a fresh replay.
            try (Server server = FastStart.server(data).awaitReady()) {
                server.awaitViews();
                assertThat(caseload.views(server)).as("seed %d", seed).isEqualTo(followedLive);
            }
        }
    }

    /** On views that outlive the application, as they do where MongoDB is a server. */
    private Server started(ComingAndGoingMongo mongo) throws IOException {
        return FastStart.server(data, mongo.property(), "effektspor.projections.claim-timeout=2s");
    }

    private static void done(Server server, String path, String body) throws Exception {
        HttpResponse<String> answer = server.post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    private void writeUntilKilled(
            Server server, Caseload caseload, String closed, String foreign, long millis, boolean databaseToo)
            throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS + 1);
        for (int c = 0; c < CLIENTS; c++) {
            int client = c;
            clients.submit(() -> {
                while (true) {
                    expect(201, caseload.write(server, client));
                }
            });
        }
        clients.submit(() -> {
            List<String> open = List.of(caseload.location(0), caseload.location(1));
            while (true) {
                refused(409, refusedNote(server, closed, "\"2026-02-03\""));
                refused(403, refusedNote(server, foreign, "\"2026-02-03\""));
                refused(400, refusedNote(server, open.get(refused.get() % 2), "\"2026-02-33\""));
            }
        });
        // A Java that has just started takes a while to its first answers; the moment is random after those.
        long acknowledged = caseload.acknowledged();
        int saidNo = refused.get();
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> caseload.acknowledged() > acknowledged + CLIENTS && refused.get() >= saidNo + 3);
        TimeUnit.MILLISECONDS.sleep(millis);
        server.kill(databaseToo);
        clients.shutdown();
        // Each client ends by itself: its next request finds nobody.
        assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private static HttpResponse<String> refusedNote(Server server, String location, String date) throws Exception {
        return server.post(
                location + "/notes",
                "{\"text\":\"Opdigtet, afvist\",\"effectiveOn\":" + date + "}",
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private void refused(int status, HttpResponse<String> answer) {
        expect(status, answer);
        refused.incrementAndGet();
    }

    private void expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            surprises.add("expected " + status + ": " + answer.statusCode() + " " + answer.body());
        }
    }

    private static String id(String location) {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
