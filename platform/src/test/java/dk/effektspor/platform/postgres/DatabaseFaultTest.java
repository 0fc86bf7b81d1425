package dk.effektspor.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFaultTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08003", "53300", "57P01", "57P02", "57P03", "58030", "25P03", "25P04"})
    void a_server_that_is_away_or_unwell_is_known_by_its_state(String state) {
        assertThat(DatabaseFault.behind(stored(new SQLException("?", state)))).contains(DatabaseFault.AWAY);
    }

    @Test
    void a_pool_without_connections_is_away() {
        assertThat(DatabaseFault.behind(stored(new SQLTransientConnectionException("timed out"))))
                .contains(DatabaseFault.AWAY);
        assertThat(DatabaseFault.behind(stored(new SQLException("Connection is closed"))))
                .contains(DatabaseFault.AWAY);
    }

    @Test
    void a_full_disk_is_known_wherever_in_the_chain_it_is_told() {
        SQLException full = new SQLException("No space left on device", "53100");
        BatchUpdateException batch = new BatchUpdateException("batch", "08006", new int[0], full);

        assertThat(DatabaseFault.behind(stored(full))).contains(DatabaseFault.FULL);
        assertThat(DatabaseFault.behind(stored(batch))).contains(DatabaseFault.FULL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22001", "42P01"})
    void what_would_fail_again_is_no_fault_of_the_database(String state) {
        assertThat(DatabaseFault.behind(stored(new SQLException("?", state)))).isEmpty();
        assertThat(DatabaseFault.behind(new IllegalStateException("without any database")))
                .isEmpty();
    }

    private static EventStoreException stored(SQLException cause) {
        return new EventStoreException("An event could not be stored", cause);
    }
}
