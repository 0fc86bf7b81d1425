package dk.effektspor.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.proof.MerkleTree;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** The order of the ledger is that of the index, whatever commits first. */
class SettledOrderTest extends OnKeptRecord {

    @Test
    void a_later_event_waits_for_one_that_has_drawn_a_smaller_index() throws SQLException {
        record.append("first", 0);
        record.takeIn();
        try (Connection slow = drawn("slow")) {
            record.append("quick", 0);

            assertThat(record.builder.awaitHead(Duration.ofMillis(500))).isFalse();
            assertThat(record.builder.state().size()).isEqualTo(1);
            slow.commit();
        }
        record.takeIn();

        assertThat(streamsInOrder()).containsExactly("first", "slow", "quick");
    }

    @Test
    void an_index_that_was_drawn_and_given_up_is_waited_for_no_longer() throws SQLException {
        try (Connection slow = drawn("slow")) {
            record.append("quick", 0);
            assertThat(record.builder.awaitHead(Duration.ofMillis(500))).isFalse();
            slow.rollback();
        }
        record.takeIn();

        assertThat(streamsInOrder()).containsExactly("quick");
    }

    @Test
    void whoever_began_after_the_gap_was_seen_is_not_waited_for() throws SQLException {
        try (Connection slow = drawn("slow")) {
            record.append("quick", 0);
            assertThat(record.builder.awaitHead(Duration.ofMillis(500))).isFalse();
            try (Connection later = drawn("later")) {
                slow.rollback();
                record.takeIn();
                assertThat(streamsInOrder()).containsExactly("quick");
                later.commit();
            }
        }
        record.takeIn();
        assertThat(streamsInOrder()).containsExactly("quick", "later");
    }

    /** Many write at once, lose races, give up and commit late; the ledger is built meanwhile. */
    @Test
    void after_a_crowd_there_are_no_findings_and_a_rebuild_comes_out_the_same() throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> work = IntStream.range(0, 8)
                    .<Future<?>>mapToObj(
                            worker -> crowd.submit(() -> IntStream.range(0, 60).forEach(this::oneOfTheCrowd)))
                    .toList();
            for (Future<?> each : work) {
                each.get();
            }
        } finally {
            crowd.shutdownNow();
        }
        record.sign();
        long size = record.builder.state().size();
        Hash root = new MerkleTree(record.tiles).root(size);
        assertThat(record.sql.queryForObject("select max(global_index) from event", Long.class))
                .as("there are gaps")
                .isGreaterThan(size);
        assertThat(size).isEqualTo(record.sql.queryForObject("select count(*) from event", Long.class));
        assertThat(record.findings()).isEmpty();

        record.builder.rebuild();
        record.takeIn();

        assertThat(new MerkleTree(record.tiles).root(size)).isEqualTo(root);
        assertThat(record.findings()).isEmpty();
    }

    private void oneOfTheCrowd(int round) {
        try {
            if (round % 5 == 0) {
                try (Connection slow = drawn(UUID.randomUUID().toString())) {
                    Thread.sleep(ThreadLocalRandom.current().nextInt(5));
                    if (round % 10 == 0) {
                        slow.commit();
                    } else {
                        slow.rollback();
                    }
                }
            } else {
                // All want the same place.
                record.append("contended", round);
            }
        } catch (DataIntegrityViolationException lostRace) {
            // Its index is a gap now.
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A transaction that has written an event and not ended. */
    private Connection drawn(String stream) throws SQLException {
        Connection connection = record.database.getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into event (aggregate_identifier, sequence_number, event_identifier, time_stamp, payload_type,
                                   payload, meta_data)
                values (?, 0, gen_random_uuid()::text, '2026-01-02T03:04:05.678Z', 'case.noted', '{}', '{}')""")) {
            insert.setString(1, stream);
            insert.executeUpdate();
        }
        return connection;
    }

    private List<String> streamsInOrder() {
        return record.sql.queryForList("""
                select aggregate_identifier from event join ledger_position using (global_index) order by position""", String.class);
    }
}
