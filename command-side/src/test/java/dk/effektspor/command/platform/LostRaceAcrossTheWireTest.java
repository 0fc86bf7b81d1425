package dk.effektspor.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.platform.web.Problem;
import java.util.List;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.messaging.RemoteExceptionDescription;
import org.axonframework.messaging.RemoteHandlingException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;

class LostRaceAcrossTheWireTest {

    @Test
    void what_axon_server_says_of_a_place_already_taken_is_a_race_to_run_again() {
        RuntimeException told = Dispatcher.told(
                remote("OUT_OF_RANGE: [AXONIQ-2000] Invalid sequence number 266 for aggregate 814e1c63, expected 284"));

        assertThat(told).isInstanceOf(ConcurrencyException.class);
        assertThat(Refused.problem(told))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(503));
    }

    @Test
    void another_failure_at_the_other_end_is_left_as_it_is() {
        RuntimeException failure = remote("NullPointerException");

        assertThat(Dispatcher.told(failure)).isSameAs(failure);
    }

    private static RuntimeException remote(String description) {
        return new CommandExecutionException(
                "It failed", new RemoteHandlingException(new RemoteExceptionDescription(List.of(description))));
    }
}
