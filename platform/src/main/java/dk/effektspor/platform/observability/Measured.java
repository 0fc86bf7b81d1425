package dk.effektspor.platform.observability;

import dk.effektspor.shared.EventName;
import dk.effektspor.shared.EventTrace;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.Message;
import org.axonframework.monitoring.MessageMonitor;
import org.axonframework.monitoring.NoOpMessageMonitor;

/**
 * What an operator asks: how many commands of each kind, how long each took with its commit, what became of it, and how
 * many events of each kind were stored. Not Axon's own measures: five for each message and processor, registered anew
 * with every message, which cost a projection a fifth of its time.
 */
final class Measured {

    static final String COMMANDS = "effektspor.commands";
    static final String EVENTS = "effektspor.events";

    private final MeterRegistry registry;

    Measured(MeterRegistry registry) {
        this.registry = registry;
    }

    MessageMonitor<Message<?>> of(Class<?> component) {
        if (CommandBus.class.isAssignableFrom(component)) {
            return this::command;
        }
        if (EventBus.class.isAssignableFrom(component)) {
            return this::event;
        }
        return NoOpMessageMonitor.INSTANCE;
    }

    private MessageMonitor.MonitorCallback command(Message<?> message) {
        Timer.Sample began = Timer.start(registry);
        String command = String.valueOf(message.getMetaData().getOrDefault(EventTrace.COMMAND, "other"));
        return new When(outcome -> began.stop(Timer.builder(COMMANDS)
                .tag("command", command)
                .tag("outcome", outcome)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(registry)));
    }

    private MessageMonitor.MonitorCallback event(Message<?> message) {
        EventName name = message.getPayloadType().getAnnotation(EventName.class);
        return new When(outcome -> {
            if (outcome.equals(When.ACCEPTED)) {
                registry.counter(EVENTS, "event", name == null ? "other" : name.value())
                        .increment();
            }
        });
    }

    /** Tells apart what a rule refused and what went wrong. */
    private record When(Consumer<String> done) implements MessageMonitor.MonitorCallback {

        static final String ACCEPTED = "accepted";

        @Override
        public void reportSuccess() {
            done.accept(ACCEPTED);
        }

        @Override
        public void reportFailure(Throwable cause) {
            done.accept(HandlerExecutionException.resolveDetails(cause).isPresent() ? "refused" : "failed");
        }

        @Override
        public void reportIgnored() {
            done.accept("ignored");
        }
    }
}
