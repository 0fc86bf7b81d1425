package dk.effektspor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What an operator sees of the running application, and can do when a projection stops. */
class OperationsTest extends RunningStandalone {

    private static final String STATUS = "/api/v1/operations/status";
    private static final String PROJECTIONS = "/api/v1/operations/projections/";
    private static final String STRANGE = "operations-test";
    private static int cases;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private JdbcTemplate sql;

    @Test
    void the_status_tells_of_everything_that_must_be_well() {
        aCaseIsOpened();
        Awaitility.await().until(() -> projection("case-view").path("lagEvents").asLong() == 0);
        JsonNode status = get("drift", STATUS).json();

        assertThat(status.path("ok").asBoolean()).as(status.toString()).isTrue();
        assertThat(status.path("troubles")).isEmpty();
        assertThat(status.at("/application/version").asString()).matches("\\d+\\..*");
        assertThat(status.at("/application/built").asString()).startsWith("20");
        assertThat(status.at("/application/java").asString()).isNotEmpty();
        assertThat(status.at("/postgres/version").asString()).startsWith("17.");
        assertThat(status.at("/postgres/events").asLong())
                .isEqualTo(sql.queryForObject("select count(*) from event", Long.class));
        assertThat(status.at("/postgres/eventsCounted").asBoolean()).isTrue();
        assertThat(status.at("/postgres/bytesPerEvent").asLong()).isGreaterThan(100);
        assertThat(status.at("/postgres/databaseBytes").asLong()).isGreaterThan(1_000_000);
        assertThat(status.at("/postgres/schema/migrations").asInt())
                .isEqualTo(sql.queryForObject("select count(*) from flyway_schema_history", Integer.class));
        assertThat(status.at("/postgres/schema/highest").asString()).matches("6\\d\\d");
        assertThat(status.at("/postgres/schema/newest").asString())
                .isEqualTo(sql.queryForObject(
                        "select version from flyway_schema_history order by installed_rank desc limit 1",
                        String.class));
        assertThat(Instant.parse(status.at("/postgres/schema/newestAt").asString()))
                .isBetween(Instant.now().minus(Duration.ofHours(1)), Instant.now());
        assertThat(status.has("axonServer")).isFalse();
        assertThat(status.at("/readSide/mongoReachable").asBoolean()).isTrue();
        assertThat(status.at("/readSide/mongoEmbedded").asBoolean()).isTrue();
        assertThat(status.at("/readSide/mongoVersion").asString()).matches("\\d+\\..*");
        assertThat(status.at("/readSide/projections"))
                .extracting(projection -> projection.path("name").asString())
                .containsExactlyInAnyOrder("timeline-view", "case-view", "effect-view");
        assertThat(status.at("/disk/freeBytes").asLong())
                .isPositive()
                .isLessThan(status.at("/disk/totalBytes").asLong());
        assertThat(status.path("foldersElsewhere").isArray()).isTrue();
        assertThat(status.path("foldersElsewhere")).isEmpty();
    }

    @Test
    void the_last_backup_is_told_with_its_age() throws Exception {
        assertThat(get("drift", STATUS).json().has("lastBackup")).isFalse();
        Path told = DATA.resolve("last-backup.json");
        Files.writeString(told, "{\"madeAt\": \"2026-01-02T03:04:05Z\", \"events\": 7, \"bytes\": 800}");
        try {
            JsonNode backup = get("drift", STATUS).json().path("lastBackup");

            assertThat(backup.path("madeAt").asString()).isEqualTo("2026-01-02T03:04:05Z");
            assertThat(backup.path("ageSeconds").asLong()).isPositive();
            assertThat(backup.path("events").asLong()).isEqualTo(7);
        } finally {
            Files.delete(told);
        }
    }

    @Test
    void a_stopped_projection_is_seen_and_goes_on_where_it_stopped_when_told_to() throws SQLException {
        String address = aCaseIsOpened();
        Awaitility.await().until(() -> projection("case-view").path("lagEvents").asLong() == 0);
        try (Connection unfinished = Objects.requireNonNull(sql.getDataSource()).getConnection()) {
            holdTheLedgerBack(unfinished);
            theyStopAtAStrangeEventUntilItIsGone();
            unfinished.rollback();
            unfinished.setAutoCommit(true);
        }
        Answer note =
                post("sagsbehandler", address + "/notes", "{\"text\": \"Videre\", \"effectiveOn\": \"2020-04-01\"}");
        assertThat(note.status()).as(note.body()).isEqualTo(201);
        assertThat(get("sagsbehandler", address + "?atLeast=" + note.version()).status())
                .isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> get("drift", STATUS).json().path("ok").asBoolean());
    }

    /**
     * The ledger takes nothing in while an event with a smaller index may still come. Had it taken in the strange event, it
     * would tell of its going for ever after, and rightly so.
     */
    private static void holdTheLedgerBack(Connection unfinished) throws SQLException {
        unfinished.setAutoCommit(false);
        try (Statement insert = unfinished.createStatement()) {
            insert.executeUpdate("""
                    insert into event (aggregate_identifier, sequence_number, event_identifier, type, time_stamp,
                                       payload_type, payload_revision, payload, meta_data)
                    select 'unfinished', 0, 'unfinished', type, time_stamp, payload_type, payload_revision, payload, meta_data
                    from event order by global_index desc limit 1""");
        }
    }

    private void theyStopAtAStrangeEventUntilItIsGone() {
        // An event as a newer release might have written it.
        sql.update("""
                insert into event (aggregate_identifier, sequence_number, event_identifier, type, time_stamp,
                                   payload_type, payload_revision, payload, meta_data)
                select aggregate_identifier, sequence_number + 1, ?, type, time_stamp,
                       'case.from-the-future', '1', payload, meta_data
                from event order by global_index desc limit 1""", STRANGE);
        try {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> projection("case-view").has("failure")
                            && projection("timeline-view").has("failure")
                            && projection("effect-view").has("failure"));
            JsonNode status = get("drift", STATUS).json();
            assertThat(status.path("ok").asBoolean()).isFalse();
            assertThat(status.at("/troubles/0/kind").asString()).isEqualTo("PROJECTION_FAILED");
            assertThat(status.path("troubles")).hasSize(3);

            // As long as the cause is there, it stops again.
            assertThat(retry("case-view").status()).isEqualTo(200);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> projection("case-view").has("failure"));
        } finally {
            sql.update("delete from event where event_identifier = ?", STRANGE);
        }
        for (String name : List.of("case-view", "timeline-view", "effect-view")) {
            Answer answer = retry(name);
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            assertThat(answer.json().path("name").asString()).isEqualTo(name);
        }
    }

    @Test
    void a_projection_is_built_anew_and_says_so_until_it_is_there() {
        String address = aCaseIsOpened();
        Awaitility.await().until(() -> projection("case-view").path("lagEvents").asLong() == 0);
        String before = get("sagsbehandler", address).body();

        Answer rebuilding = post("drift", PROJECTIONS + "case-view/rebuild", "");

        assertThat(rebuilding.status()).as(rebuilding.body()).isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> projection("case-view").path("caughtUp").asBoolean()
                        && projection("case-view").path("lagEvents").asLong() == 0);
        assertThat(get("sagsbehandler", address).body()).isEqualTo(before);
    }

    @Test
    void a_projection_that_runs_is_not_restarted_and_one_that_is_not_there_is_not_found() {
        assertThat(retry("effect-view").status()).isEqualTo(200);
        for (String deed : List.of("rebuild", "retry")) {
            Answer unknown = post("drift", PROJECTIONS + "other-view/" + deed, "", "Accept-Language", "en");
            assertThat(unknown.status()).isEqualTo(404);
            assertThat(unknown.json().path("code").asString()).isEqualTo("projection.unknown");
            assertThat(unknown.json().path("detail").asString()).contains("case-view");
        }
    }

    private Answer retry(String name) {
        return post("drift", PROJECTIONS + name + "/retry", "");
    }

    private JsonNode projection(String name) {
        for (JsonNode projection : get("drift", STATUS).json().at("/readSide/projections")) {
            if (projection.path("name").asString().equals(name)) {
                return projection;
            }
        }
        throw new AssertionError("no projection " + name);
    }

    private String aCaseIsOpened() {
        Answer opened = post("sagsbehandler", "/api/v1/cases", """
                {"cpr": "720312-7001", "name": "Opdigtet Barn", "targetGroup": "UBU-6-12", "unit": "BBU-NOERREBRO",
                 "caseworker": "sagsbehandler", "caseNumber": "2020-720000%d", "effectiveOn": "2020-03-02"}
                """.formatted(++cases));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        return opened.header("Location");
    }
}
