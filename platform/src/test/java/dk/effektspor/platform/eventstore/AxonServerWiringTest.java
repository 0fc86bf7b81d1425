package dk.effektspor.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.platform.PlatformApplication;
import dk.effektspor.platform.security.Caller;
import dk.effektspor.platform.security.Role;
import dk.effektspor.platform.serialization.EventSerializer;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class AxonServerWiringTest {

    @TempDir
    Path data;

    @TempDir
    Path keys;

    @Test
    void the_profile_sends_commands_events_and_queries_to_axon_server_and_no_event_to_postgresql() {
        try (ConfigurableApplicationContext context = PlatformApplication.start(
                data,
                "spring.profiles.active=axonserver",
                "axon.axonserver.servers=127.0.0.1:1",
                "effektspor.vault.key-file=" + keys.resolve("master.key"))) {
            Configuration axon = context.getBean(Configuration.class);

            assertThat(axon.commandBus()).isInstanceOf(AxonServerCommandBus.class);
            assertThat(axon.queryBus()).isInstanceOf(AxonServerQueryBus.class);
            assertThat(axon.eventStore()).isInstanceOf(AxonServerEventStore.class);
            assertThat(axon.eventSerializer()).isInstanceOf(EventSerializer.class);
            assertThat(context.getBeansOfType(EventStorageEngine.class)).isEmpty();
            assertThat(context.getBean(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
            // Nobody listens on that port.
            assertThat(context.getBean(AxonServerHealth.class).health().getStatus())
                    .isEqualTo(Status.DOWN);
            HttpResponse<String> status = Caller.of(context.getEnvironment())
                    .as(Role.OPERATOR, context.getBean(JdbcClient.class))
                    .get("/api/v1/operations/status");
            assertThat(status.statusCode()).isEqualTo(200);
            assertThat(status.body())
                    .contains("\"axonServer\":{\"connected\":false,\"context\":\"default\"}")
                    .contains("{\"kind\":\"AXON_SERVER_AWAY\",\"about\":\"default\"}")
                    .contains("\"what\":\"KEYS\",\"path\":\"" + keys + "\"");
        }
    }
}
