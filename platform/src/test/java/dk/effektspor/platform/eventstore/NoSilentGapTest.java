package dk.effektspor.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.platform.PlatformApplication;
import dk.effektspor.platform.StartRefused;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** A transaction that is held open draws its index early and commits late. */
class NoSilentGapTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** More than the ten thousand after which Axon would by default no longer look back. */
    private static final int BURST = 12_000;

    private static final String INSERT = """
            INSERT INTO event (aggregate_identifier, sequence_number, event_identifier, type, time_stamp, payload_type,
                payload_revision, payload, meta_data)
            SELECT '%1$s', n, '%1$s' || n, 'CaseFile',
                to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), '%3$s', '1',
                '{"caseId":"%1$s","caseworker":"x","effectiveOn":"2020-01-01"}'::bytea, '{}'::bytea
            FROM generate_series(0, %2$d) n
            """;

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void start() {
        context = PlatformApplication.start(data);
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @BeforeEach
    void empty() {
        context.getBean(JdbcTemplate.class).execute("TRUNCATE event");
    }

    @Test
    void an_event_committed_after_later_ones_still_reaches_a_reader_that_has_passed_it() throws Exception {
        String late = CaseLog.newCase();
        String early = CaseLog.newCase();
        String burst = CaseLog.newCase();
        CaseLog log = new CaseLog(context);
        try (Connection held = context.getBean(DataSource.class).getConnection();
                BlockingStream<TrackedEventMessage<?>> reader = log.fromTheStart()) {
            log.add(early, 0);
            held.setAutoCommit(false);
            execute(held, insert(late, 1, "case.assigned"));
            context.getBean(JdbcTemplate.class).execute(insert(burst, BURST, "case.assigned"));
            assertThat(CaseLog.next(reader, 1 + BURST, PATIENCE))
                    .hasSize(1 + BURST)
                    .noneMatch(place -> place.startsWith(late));

            held.commit();

            assertThat(CaseLog.next(reader, 1, PATIENCE)).containsExactly(late + "/0");
            held.setAutoCommit(true);
        }
    }

    @Test
    void a_transaction_held_too_long_is_ended_by_the_server_and_leaves_nothing_to_miss(@TempDir Path other)
            throws Exception {
        String late = CaseLog.newCase();
        String next = CaseLog.newCase();
        try (ConfigurableApplicationContext impatient = PlatformApplication.start(
                        other, "effektspor.postgres.transaction-timeout=2s", "effektspor.eventstore.gap-timeout=14s");
                Connection held = impatient.getBean(DataSource.class).getConnection()) {
            CaseLog log = new CaseLog(impatient);
            held.setAutoCommit(false);
            execute(held, insert(late, 1, "case.assigned"));
            log.add(next, 0);

            assertThatThrownBy(() -> {
                        while (true) {
                            execute(held, "SELECT pg_sleep(0.2)");
                        }
                    })
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(held::commit).isInstanceOf(SQLException.class);
            assertThat(log.everything()).containsExactly(next + "/0");
        }
    }

    @Test
    void time_outs_in_the_wrong_order_stop_the_start(@TempDir Path other) {
        assertThatThrownBy(() -> PlatformApplication.start(other, "effektspor.eventstore.gap-timeout=49s"))
                .satisfies(failure -> assertThat(StartRefused.behind(failure))
                        .isNotNull()
                        .hasMessageContaining("must be at least 50 s"));
    }

    @Test
    void the_second_event_at_the_same_place_of_a_stream_is_a_lost_race() {
        String contested = CaseLog.newCase();
        CaseLog log = new CaseLog(context);
        log.add(contested, 0);
        log.add(contested, 1);

        assertThatThrownBy(() -> log.add(contested, 1))
                .isInstanceOf(ConcurrencyException.class)
                .satisfies(failure -> assertThat(failure.toString() + failure.getCause())
                        .as("no copy of the event in what may be logged")
                        .doesNotContain("INSERT", "VALUES"));
    }

    @Test
    void a_reader_at_the_head_is_woken_by_a_commit_here_and_finds_what_another_process_committed() throws Exception {
        CaseLog log = new CaseLog(context);
        CountDownLatch woken = new CountDownLatch(1);
        try (BlockingStream<TrackedEventMessage<?>> reader = log.fromTheStart()) {
            assertThat(reader.hasNextAvailable()).isFalse();
            assertThat(reader.setOnAvailableCallback(woken::countDown)).isTrue();
            String here = CaseLog.newCase();
            log.add(here, 0);
            assertThat(woken.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(CaseLog.next(reader, 1, PATIENCE)).containsExactly(here + "/0");

            String elsewhere = CaseLog.newCase();
            context.getBean(JdbcTemplate.class).execute(insert(elsewhere, 1, "case.assigned"));
            assertThat(CaseLog.next(reader, 1, PATIENCE)).containsExactly(elsewhere + "/0");
        }
    }

    @Test
    void an_unreadable_event_met_at_the_head_is_the_readers_error_every_time() throws Exception {
        CaseLog log = new CaseLog(context);
        String readable = CaseLog.newCase();
        log.add(readable, 0);
        try (BlockingStream<TrackedEventMessage<?>> reader = log.fromTheStart()) {
            assertThat(CaseLog.next(reader, 1, PATIENCE)).hasSize(1);
            assertThat(reader.hasNextAvailable()).isFalse();
            context.getBean(JdbcTemplate.class).execute(insert(CaseLog.newCase(), 1, "case.vanished"));

            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> CaseLog.next(reader, 1, PATIENCE)).isInstanceOf(SerializationException.class);
            }
        }
    }

    @Test
    void an_event_under_an_unknown_name_ends_the_reading_of_its_stream_and_of_the_log() {
        String unreadable = CaseLog.newCase();
        context.getBean(JdbcTemplate.class).execute(insert(unreadable, 1, "case.vanished"));

        assertThatThrownBy(() -> new CaseLog(context).everything())
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("case.vanished");
        assertThatThrownBy(() -> context.getBean(EventStore.class)
                        .readEvents(unreadable)
                        .forEachRemaining(event -> assertThat(event).isNotNull()))
                .isInstanceOf(SerializationException.class);
    }

    private static String insert(String caseId, int count, String name) {
        return INSERT.formatted(caseId, count - 1, name);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
