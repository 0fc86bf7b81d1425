package dk.effektspor.platform.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator reads, and what a script can tell by the exit code, when an application is not well. */
class StatusClientTest {

    private static final Locale DANISH = Locale.forLanguageTag("da");
    private static final String ALL_WRONG = """
            {"ok": false,
             "troubles": [{"kind": "POSTGRES_AWAY"}, {"kind": "MONGO_AWAY"}, {"kind": "AXON_SERVER_AWAY", "about": "default"},
                          {"kind": "DISK_LOW", "about": "/data"}, {"kind": "PROJECTION_FAILED", "about": "case-view"},
                          {"kind": "BACKUP_MISSING"}],
             "application": {"version": "1.2.3", "built": "2026", "java": "17", "uptimeSeconds": 7300},
             "postgres": {"reachable": false},
             "axonServer": {"connected": false, "context": "default"},
             "readSide": {"mongoReachable": false, "mongoEmbedded": false, "projections": [
                {"name": "case-view", "caughtUp": false, "failure": "stopped at position 9: NotApplicable"},
                {"name": "effect-view", "position": 1, "head": 3001, "lagEvents": 3000, "lagSeconds": 2.5, "caughtUp": false}]},
             "lastBackup": {"madeAt": "2026-01-02T03:04:05Z", "ageSeconds": 900000, "events": 1234, "bytes": 5000000},
             "disk": {"freeBytes": 1000000, "totalBytes": 20000000000}, "foldersElsewhere": []}
            """;

    private final StringBuilder told = new StringBuilder();
    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void everything_that_is_wrong_is_said_in_danish() throws Exception {
        answer(200, ALL_WRONG);

        assertThat(ask(DANISH)).isEqualTo(StatusClient.WRONG);
        assertThat(told.toString())
                .contains("1.2.3", "2 timer", "10 dage gammel", "1.234 hændelser", "1 MB fri af 20 GB (0 %)")
                .contains("STOPPET: stopped at position 9", "bygges op, mangler 3.000 hændelser")
                .contains("GALT: PostgreSQL svarer ikke.", "GALT: MongoDB svarer ikke.")
                .contains("GALT: Axon Server svarer ikke (kontekst default).")
                .contains("GALT: projektionen case-view er gået i stå.")
                .contains("GALT: disken med /data er ved at være fuld.")
                .contains("GALT: der er ingen ny nok sikkerhedskopi.")
                .doesNotContain("Alt er vel");
    }

    @Test
    void and_in_english() throws Exception {
        answer(200, ALL_WRONG);

        assertThat(ask(Locale.ENGLISH)).isEqualTo(StatusClient.WRONG);
        assertThat(told.toString())
                .contains("10 days old", "1,234 events", "being built, 3,000 events to go")
                .contains("WRONG: Axon Server does not answer (context default).")
                .contains("WRONG: the projection case-view has stopped.")
                .doesNotContain("GALT");
    }

    @Test
    void a_minute_is_one() throws Exception {
        answer(200, ALL_WRONG.replace("\"ageSeconds\": 900000", "\"ageSeconds\": 61"));

        ask(DANISH);
        assertThat(told.toString()).contains("1 minut gammel");
        told.setLength(0);
        ask(Locale.ENGLISH);
        assertThat(told.toString()).contains("1 minute old");
    }

    @Test
    void an_application_that_cannot_even_look_up_the_operator_is_not_well() throws Exception {
        answer(503, "{}");

        assertThat(ask(DANISH)).isEqualTo(StatusClient.WRONG);
        assertThat(told.toString()).contains("dens database gør ikke");
    }

    @Test
    void what_is_not_effektspor_has_not_been_reached() throws Exception {
        answer(200, "<html>");

        assertThat(ask(DANISH)).isEqualTo(StatusClient.UNREACHABLE);
        assertThat(told.toString()).contains("Uforståeligt svar");
    }

    private int ask(Locale reader) throws Exception {
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        return new StatusClient(base, "drift", "secret", reader, told).run();
    }

    private void answer(int status, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        server.createContext("/api/v1/operations/status", exchange -> {
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
