package dk.effektspor.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.store.SettledEvents;
import dk.effektspor.query.ledger.tree.Builder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An event store that is put back to an earlier state, and goes on from there, while the ledger's tables stay. */
class PutBackTest {

    @TempDir
    Path data;

    private KeptRecord record;
    private volatile boolean another;

    @BeforeEach
    void aRecord() {
        record = new KeptRecord(data);
        record.append(3, 1);
        record.takeIn();
        record.builder.stop();
    }

    @AfterEach
    void close() {
        record.close();
    }

    @Test
    void what_follows_another_history_is_not_taken_in() {
        Builder builder = new Builder(store(), record.tree, record.tiles, 100, Duration.ofMillis(20), true);
        another = true;
        builder.start();
        try {
            record.append(2, 1);
            await().until(() -> builder.trouble() != null);

            assertThat(Objects.requireNonNull(builder.trouble())).contains("position 2", "an older copy");
            assertThat(builder.isCaughtUp()).isFalse();
            assertThat(builder.awaitHead(Duration.ofMillis(200))).isFalse();
            assertThat(record.tree.state().size()).isEqualTo(3);

            another = false;
            await().until(builder::isCaughtUp);
            assertThat(record.tree.state().size()).isEqualTo(5);
        } finally {
            builder.stop();
        }
    }

    private SettledEvents store() {
        return new SettledEvents() {
            @Override
            public List<StoredEvent> settledAfter(long globalIndex, int limit) {
                return record.events.settledAfter(globalIndex, limit);
            }

            @Override
            public boolean stillHolds(long globalIndex, Hash leaf) {
                return !another;
            }

            @Override
            public long head() {
                return record.events.head();
            }
        };
    }
}
