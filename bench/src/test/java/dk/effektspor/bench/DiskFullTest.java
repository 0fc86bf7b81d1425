package dk.effektspor.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk that the embedded PostgreSQL writes to runs full under the running application, and is given room again. */
class DiskFullTest {

    private static final int MEBIBYTE = 1024 * 1024;
    private static final int DISK = 512;

    @TempDir
    Path folder;

    @Test
    void a_disk_as_good_as_full_refuses_commands_before_it_is_while_reading_goes_on() throws Exception {
        try (SmallDisk disk = SmallDisk.mountedAt(folder.resolve("disk"), DISK);
                Server server = FastStart.server(
                                disk.folder().resolve("data"), "effektspor.operations.least-disk=110MB")
                        .awaitReady()) {
            Caseload caseload = Caseload.opened(server, 1);
            write(server, caseload);
            server.awaitViews();
            long acknowledged = caseload.acknowledged();
            Map<String, String> before = caseload.views(server);

            disk.fillAllBut(100L * MEBIBYTE);
            awaitReadiness(server, 503);
            for (int i = 0; i < 10; i++) {
                assertFull(caseload.note(server, 0));
            }
            assertFull(server.post("/api/v1/cases", "{}"));
            assertThat(caseload.views(server)).as("nothing refused is there").isEqualTo(before);
            assertThat(server.get("/actuator/health", Server.OPERATOR).body())
                    .contains("\"storeRoom\":{", "\"status\":\"DOWN\"");

            assertThat(Caseload.read(server, "/api/v1/operations/status", Server.OPERATOR))
                    .contains("\"ok\":false", "\"kind\":\"DISK_LOW\"");

            disk.empty();
            awaitReadiness(server, 200);
            assertThat(Caseload.read(server, "/api/v1/operations/status", Server.OPERATOR))
                    .doesNotContain("DISK_LOW");
            assertGoesOn(server, caseload);
            assertThat(caseload.acknowledged()).isEqualTo(acknowledged + 10 + 20);
        }
    }

    @Test
    void a_disk_full_to_the_last_byte_loses_nothing_even_when_postgresql_dies_of_it() throws Exception {
        Caseload caseload;
        Map<String, String> followedLive;
        try (SmallDisk disk = SmallDisk.mountedAt(folder.resolve("disk"), DISK)) {
            Path data = disk.folder().resolve("data");
            try (Server server = FastStart.server(data, "effektspor.postgres.minimum-free=0B")
                    .awaitReady()) {
                caseload = Caseload.opened(server, 1);
                write(server, caseload);

                disk.fillAllBut(0);
                HttpResponse<String> answer = caseload.note(server, 0);
                for (int i = 0; i < 2_000 && answer.statusCode() == 201; i++) {
                    answer = caseload.note(server, 0);
                }
                assertFull(answer);
                // Who looks is written down first: where there is no room for that, nothing is shown.
                assertThat(server.get(caseload.location(0)).statusCode()).isIn(200, 503);

                // Room for what is written first runs out at another place each time; here it takes the server with it,
                // which may or may not have the room to start again.
                server.killDatabase();
                for (int i = 0; i < 10; i++) {
                    HttpResponse<String> meanwhile = caseload.note(server, 0);
                    if (meanwhile.statusCode() != 201) {
                        assertThat(meanwhile.statusCode()).as(meanwhile.body()).isEqualTo(503);
                        assertThat(meanwhile.body()).containsAnyOf("\"store.away\"", "\"store.full\"");
                        assertThat(meanwhile.headers().firstValue("Retry-After"))
                                .isPresent();
                    }
                }

                disk.empty();
                await().atMost(Duration.ofSeconds(180))
                        .until(() -> caseload.note(server, 0).statusCode() == 201);
                assertGoesOn(server, caseload);
                followedLive = caseload.views(server);
            }
            try (Server server = FastStart.server(data).awaitReady()) {
                server.awaitViews();
                assertThat(caseload.views(server)).as("a fresh replay").isEqualTo(followedLive);
            }
        }
    }

    private static void awaitReadiness(Server server, int status) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(server.get("/actuator/health/readiness", Server.OPERATOR)
                                .statusCode())
                        .isEqualTo(status));
    }

    private static void write(Server server, Caseload caseload) throws Exception {
        for (int i = 0; i < 20; i++) {
            HttpResponse<String> answer = caseload.write(server, 0);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        }
    }

    private static void assertFull(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"store.full\"", "Lageret er fuldt");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private static void assertGoesOn(Server server, Caseload caseload) throws Exception {
        caseload.repeatUnanswered(server);
        write(server, caseload);
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(server.get("/actuator/health/readiness", Server.OPERATOR).statusCode())
                    .isEqualTo(200);
            caseload.assertExactlyOnce(server);
        });
    }
}
