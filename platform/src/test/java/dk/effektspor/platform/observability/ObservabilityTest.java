package dk.effektspor.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.platform.PlatformApplication;
import dk.effektspor.shared.EventSamples;
import dk.effektspor.shared.EventTrace;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.MDC;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

class ObservabilityTest {

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

    @Test
    void commands_and_events_are_measured_into_the_applications_own_registry() {
        CommandBus commands = context.getBean(CommandBus.class);
        commands.subscribe("measured", message -> null);
        commands.dispatch(new GenericCommandMessage<>(new GenericCommandMessage<>("x"), "measured"));

        context.getBean(EventStore.class)
                .publish(new GenericDomainEventMessage<>(
                        "CaseFile", "metrics", 0, EventSamples.all().get(0)));

        assertThat(context.getBean(PrometheusMeterRegistry.class).scrape())
                .contains(
                        "effektspor_commands_seconds_count{command=\"other\",outcome=\"accepted\"}",
                        "effektspor_events_total{event=\"case.opened\"}",
                        "hikaricp_connections");
    }

    @Test
    void a_handlers_log_lines_carry_the_correlation_and_the_caller_keeps_its_own() {
        AtomicReference<String> seen = new AtomicReference<>("");
        CommandBus commands = context.getBean(CommandBus.class);
        commands.subscribe("correlated", message -> {
            seen.set(String.valueOf(MDC.get(EventTrace.CORRELATION)));
            return null;
        });

        MDC.put(EventTrace.CORRELATION, "caller");
        try {
            commands.dispatch(new GenericCommandMessage<>(
                    new GenericCommandMessage<>("x", MetaData.from(Map.of(EventTrace.CORRELATION, "request-7"))),
                    "correlated"));
            assertThat(seen).hasValue("request-7");
            assertThat(MDC.get(EventTrace.CORRELATION)).isEqualTo("caller");
        } finally {
            MDC.remove(EventTrace.CORRELATION);
        }
    }

    @Test
    void readiness_asks_the_database_and_liveness_does_not() {
        HealthEndpoint health = context.getBean(HealthEndpoint.class);

        assertThat(health.healthForPath("liveness"))
                .extracting(HealthDescriptor::getStatus)
                .isEqualTo(Status.UP);
        assertThat(health.healthForPath("readiness"))
                .extracting(HealthDescriptor::getStatus)
                .isEqualTo(Status.UP);
        assertThat(health.healthForPath("readiness", "db")).isNotNull();
        assertThat(health.healthForPath("liveness", "db")).isNull();
    }
}
