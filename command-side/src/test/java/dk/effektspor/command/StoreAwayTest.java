package dk.effektspor.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.effektspor.command.Api.Answer;
import dk.effektspor.platform.postgres.DebianPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The command side on a PostgreSQL of its own that stops and comes back. */
@DirtiesContext
@SpringBootTest(classes = CommandSide.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class StoreAwayTest {

    private static final Path DATA = folder();
    private static final DebianPostgres POSTGRES = started();

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Environment environment;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private EventStore events;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("effektspor.data", DATA::toString);
        registry.add("effektspor.postgres.url", POSTGRES::url);
        registry.add("effektspor.postgres.user", () -> "municipality");
        registry.add("effektspor.postgres.password", () -> "");
    }

    @AfterAll
    static void stop() {
        POSTGRES.close();
    }

    @Test
    void a_store_that_is_away_is_a_503_to_repeat_and_nothing_acknowledged_is_lost() throws IOException {
        Api api = new Api(environment.getRequiredProperty("local.server.port", Integer.class), DATA);
        Answer opened = api.post("sagsbehandler", "/api/v1/cases", Bodies.opening(Bodies.caseNumber()));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        assertThat(noted(api, opened, "before").status()).isEqualTo(201);

        POSTGRES.goAway();
        Answer refused = noted(api, opened, "while-away");
        assertThat(refused.status()).as(refused.body()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("store.away");
        assertThat(refused.header("Retry-After")).isEqualTo("2");
        Answer opening = api.post("sagsbehandler", "/api/v1/cases", Bodies.opening(Bodies.caseNumber()));
        assertThat(opening.status()).as(opening.body()).isEqualTo(503);

        POSTGRES.comeBack();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> noted(api, opened, "while-away").status() == 201);
        assertThat(noted(api, opened, "before").etag()).isEqualTo("\"2\"");
        assertThat(events.lastSequenceNumberFor(opened.json().path("caseId").asString()))
                .contains(2L);
    }

    private static Answer noted(Api api, Answer opened, String key) {
        return api.post(
                "sagsbehandler",
                opened.header("Location") + "/notes",
                "{\"text\": \"Opdigtet\", \"effectiveOn\": \"2020-05-05\"}",
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                key);
    }

    private static DebianPostgres started() {
        try {
            return DebianPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "store-away");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
