package dk.effektspor.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TransientFailuresTest {

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final List<String> sent = new ArrayList<>();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void a_command_that_nobody_handles_yet_is_sent_again_under_its_own_id() {
        CommandGateway gateway = gateway(2, new NoHandlerForCommandException("not yet"));

        assertThat(gateway.<String>sendAndWait("command")).isEqualTo("done");
        assertThat(sent).hasSize(3).containsOnly(sent.get(0));
    }

    @Test
    void a_refusal_by_a_rule_is_not_sent_again() {
        CommandGateway gateway = gateway(1, new CommandExecutionException("case.closed", null));

        assertThat(gateway.send("command"))
                .failsWithin(java.time.Duration.ofSeconds(5))
                .withThrowableThat()
                .withCauseInstanceOf(CommandExecutionException.class);
        assertThat(sent).hasSize(1);
    }

    private CommandGateway gateway(int failures, RuntimeException failure) {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.subscribe(String.class.getName(), message -> {
            sent.add(message.getIdentifier());
            if (sent.size() <= failures) {
                throw failure;
            }
            return "done";
        });
        return DefaultCommandGateway.builder()
                .commandBus(bus)
                .retryScheduler(new TransientFailures(executor))
                .build();
    }
}
