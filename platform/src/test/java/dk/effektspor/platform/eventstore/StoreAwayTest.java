package dk.effektspor.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.axoniq.axonserver.connector.AxonServerException;
import io.axoniq.axonserver.connector.ErrorCategory;
import io.axoniq.axonserver.connector.impl.StreamTimeoutException;
import io.grpc.Status;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.junit.jupiter.api.Test;

class StoreAwayTest {

    @Test
    void what_the_connector_throws_while_axon_server_is_away_is_known() {
        RuntimeException unavailable = Status.UNAVAILABLE.asRuntimeException();

        assertThat(StoreAway.isBehind(new AxonServerException(ErrorCategory.OTHER, "away", "here", unavailable)))
                .isTrue();
        assertThat(StoreAway.isBehind(new EventStoreException("away", unavailable)))
                .isTrue();
        assertThat(StoreAway.isBehind(new NoHandlerForCommandException("not yet")))
                .isTrue();
        assertThat(StoreAway.isBehind(new RuntimeException(new StreamTimeoutException())))
                .as("it is there and says nothing")
                .isTrue();
    }

    @Test
    void what_would_fail_again_is_not_taken_for_it() {
        assertThat(StoreAway.isBehind(new EventStoreException("unreadable", new IllegalStateException())))
                .isFalse();
        assertThat(StoreAway.isBehind(new CommandExecutionException("case.closed", null)))
                .isFalse();
        assertThat(StoreAway.isBehind(new AxonServerException(ErrorCategory.INVALID_EVENT_SEQUENCE, "taken", "here")))
                .isFalse();
        assertThat(StoreAway.isBehind(Status.INVALID_ARGUMENT.asRuntimeException()))
                .isFalse();
    }
}
