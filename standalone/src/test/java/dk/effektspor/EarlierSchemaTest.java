package dk.effektspor;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionEnded;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The database as the first release that took commands left it, with rows in each of its tables, and the present one started
 * on it.
 */
class EarlierSchemaTest extends RunningStandalone {

    private static final List<String> MIGRATIONS = List.of(
            "V101__event_store",
            "V201__citizen",
            "V202__local_user",
            "V301__case_register",
            "V302__idempotency",
            "V303__import_run");
    private static final String CASE_NUMBER = "2021-9300001";
    private static final String CPR = "690312-4001";
    private static final String NOTE = "{\"text\": \"Ringede hjem\", \"effectiveOn\": \"2021-04-02\"}";
    private static final String NOTED = UUID.randomUUID().toString();
    private static final String IMPORT = UUID.randomUUID().toString();
    private static final String LINES = ShortCourse.opening(CASE_NUMBER, CPR) + ShortCourse.lines(CASE_NUMBER, 3, 5);

    @TempDir
    static Path folder;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private JdbcTemplate sql;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private HikariDataSource database;

    @Test
    void what_an_earlier_release_wrote_is_there_after_the_migrations_and_can_be_read() throws Exception {
        assertThat(imported().path("accepted").asInt()).isEqualTo(6);
        String address = "/api/v1/cases/" + only("select case_id from case_register where case_number = ?");
        Answer noted = post("sagsbehandler", address + "/notes", NOTE, "Idempotency-Key", NOTED);
        assertThat(noted.status()).as(noted.body()).isEqualTo(201);
        JsonNode before = shown(address, noted.version());

        sql.execute("create database earlier");
        Environment present = environment;
        try {
            DriverManagerDataSource earlier = new DriverManagerDataSource(
                    database.getJdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/earlier$1"),
                    database.getUsername(),
                    database.getPassword());
            asTheEarlierReleaseLeftIt(earlier, address);
            JdbcTemplate upgraded = new JdbcTemplate(earlier);
            Map<String, String> rows = rows(upgraded);
            try (ConfigurableApplicationContext release = start(earlier)) {
                environment = release.getEnvironment();

                assertThat(rows(upgraded)).isEqualTo(rows);
                assertThat(upgraded.queryForObject("select count(*) from flyway_schema_history", Integer.class))
                        .isEqualTo(sql.queryForObject("select count(*) from flyway_schema_history", Integer.class));
                everyEventIsRead(release.getBean(EventStore.class), address);
                assertThat(shown(address, noted.version())).isEqualTo(before);
                repeatedRequestsAreKnown(upgraded, address, noted);
                usersAreNeitherLockedNorChanged(upgraded);
                theLedgerTakesEverythingIn(upgraded);
            }
        } finally {
            environment = present;
            sql.execute("drop database earlier with (force)");
        }
    }

    private JsonNode imported() {
        Answer answer =
                post("drift", "/api/v1/imports", LINES, "Content-Type", "application/x-ndjson", "Import-Id", IMPORT);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        String[] steps = answer.body().strip().split("\n");
        return JSON.readTree(steps[steps.length - 1]);
    }

    private JsonNode shown(String address, long version) {
        Answer answer = get("sagsbehandler", address + "?atLeast=" + version);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().at("/person/name").asString()).isEqualTo("Opdigtet Barn");
        return answer.json();
    }

    private String only(String query) {
        return Objects.requireNonNull(sql.queryForObject(query, String.class, CASE_NUMBER));
    }

    private void asTheEarlierReleaseLeftIt(DriverManagerDataSource earlier, String address) throws Exception {
        for (String migration : MIGRATIONS) {
            try (InputStream script = getClass().getResourceAsStream("/db/migration/" + migration + ".sql")) {
                Files.copy(Objects.requireNonNull(script), folder.resolve(migration + ".sql"));
            }
        }
        Flyway.configure()
                .dataSource(earlier)
                .locations("filesystem:" + folder)
                .load()
                .migrate();
        String ofTheCase = " = '" + address.substring(address.lastIndexOf('/') + 1) + "'";
        Map<String, String> tables = new LinkedHashMap<>();
        tables.put("event", """
                select row_number() over (order by global_index), aggregate_identifier, sequence_number, event_identifier,
                       type, time_stamp, payload_type, payload_revision, payload, meta_data
                from event where aggregate_identifier""" + ofTheCase);
        tables.put("snapshot", """
                select aggregate_identifier, sequence_number, type, event_identifier, time_stamp, payload_type,
                       payload_revision, payload, meta_data
                from event where sequence_number = 0 and aggregate_identifier""" + ofTheCase);
        tables.put("citizen", """
                select citizen_id, cpr_hash, wrapped_key, created_at from citizen
                where citizen_id = (select citizen_id from case_register where case_id""" + ofTheCase + ")");
        tables.put("vault_key_check", "select only_row, check_value from vault_key_check");
        tables.put("local_user", "select username, password_hash, role, unit, units, created_at from local_user");
        tables.put("case_register", """
                select case_id, case_number, citizen_id, target_group, cpr, opened
                from case_register where case_id""" + ofTheCase);
        tables.put("idempotency", """
                select actor, key, request_hash, case_id, version, created_at
                from idempotency where case_id""" + ofTheCase);
        tables.put("import_run", """
                select import_id, lines_done, accepted, rejected, unchanged, state, started_at, updated_at
                from import_run order by started_at desc limit 1""");
        try (Connection from = database.getConnection();
                Connection to = earlier.getConnection()) {
            for (Map.Entry<String, String> table : tables.entrySet()) {
                copy(from, table.getValue(), to, table.getKey());
            }
        }
        JdbcTemplate filled = new JdbcTemplate(earlier);
        filled.queryForObject("select setval('event_global_index_seq', max(global_index)) from event", Long.class);
        asRecordedBeforeItsRevision(filled);
    }

    private static void copy(Connection from, String query, Connection to, String table)
            throws SQLException, IOException {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        from.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + query + ") to stdout", rows);
        long copied = to.unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + table + " from stdin", new ByteArrayInputStream(rows.toByteArray()));
        assertThat(copied).as(table).isPositive();
    }

    /** It then had one reason, and nothing about a breakdown. */
    private static void asRecordedBeforeItsRevision(JdbcTemplate filled) {
        String which = "where payload_type = 'indsatstrappe.intervention-ended'";
        ObjectNode payload = (ObjectNode) JSON.readTree(
                Objects.requireNonNull(filled.queryForObject("select payload from event " + which, byte[].class)));
        payload.put("reason", payload.at("/reasons/0").asString()).remove(List.of("reasons", "breakdown"));
        assertThat(filled.update(
                        "update event set payload_revision = '1', payload = ? " + which,
                        JSON.writeValueAsBytes(payload)))
                .isEqualTo(1);
    }

    /** A hash of the rows of each table that there was, with the columns that it had. */
    private static Map<String, String> rows(JdbcTemplate upgraded) {
        Map<String, String> rows = new LinkedHashMap<>();
        Map.of(
                        "event", "e.*",
                        "snapshot", "e.*",
                        "citizen", "citizen_id, cpr_hash, wrapped_key, created_at",
                        "vault_key_check", "e.*",
                        "local_user", "username, password_hash, role, unit, units, created_at",
                        "case_register", "e.*",
                        "idempotency", "e.*",
                        "import_run", "import_id, lines_done, accepted, rejected, unchanged, state, updated_at")
                .forEach((table, columns) -> rows.put(
                        table,
                        Objects.requireNonNull(upgraded.queryForObject(
                                "select count(*) || ' ' || md5(string_agg(r::text, chr(10) order by r::text)) from (select "
                                        + columns + " from " + table + " e) r",
                                String.class))));
        return rows;
    }

    private static ConfigurableApplicationContext start(DriverManagerDataSource earlier) {
        return new SpringApplication(Standalone.class)
                .run(
                        BothSides.LOG_ARGUMENT,
                        "--server.port=0",
                        "--effektspor.data=" + folder.resolve("data"),
                        "--effektspor.vault.key-file=" + DATA.resolve("keys/master.key"),
                        "--effektspor.postgres.url=" + earlier.getUrl(),
                        "--effektspor.postgres.user=" + earlier.getUsername(),
                        "--effektspor.postgres.password=" + earlier.getPassword(),
                        "--effektspor.postgres.pool-size=4");
    }

    private static void everyEventIsRead(EventStore events, String address) {
        List<Object> read = events.readEvents(address.substring(address.lastIndexOf('/') + 1))
                .asStream()
                .<Object>map(Message::getPayload)
                .toList();
        assertThat(read).hasSize(7).allMatch(CaseEvent.class::isInstance);
        assertThat(read).filteredOn(InterventionEnded.class::isInstance).hasSize(1);
    }

    private void repeatedRequestsAreKnown(JdbcTemplate upgraded, String address, Answer noted) {
        Answer again = post("sagsbehandler", address + "/notes", NOTE, "Idempotency-Key", NOTED);
        assertThat(again.status()).as(again.body()).isEqualTo(noted.status());
        assertThat(again.header("ETag")).isEqualTo(noted.header("ETag"));
        assertThat(imported().path("accepted").asInt()).isEqualTo(6);
        Answer taken = post("sagsbehandler", "/api/v1/cases", CaseBodies.opening(CASE_NUMBER));
        assertThat(taken.status()).as(taken.body()).isEqualTo(409);
        assertThat(upgraded.queryForObject("select count(*) from event where type = 'CaseFile'", Integer.class))
                .isEqualTo(7);
    }

    private static void usersAreNeitherLockedNorChanged(JdbcTemplate upgraded) {
        assertThat(upgraded.queryForObject(
                        "select bool_and(not locked and changed_at = created_at) from local_user", Boolean.class))
                .isTrue();
    }

    private static void theLedgerTakesEverythingIn(JdbcTemplate upgraded) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Objects.equals(
                        upgraded.queryForObject("select coalesce(max(size), 0) from ledger_state", Long.class),
                        upgraded.queryForObject("select count(*) from event", Long.class)));
    }
}
