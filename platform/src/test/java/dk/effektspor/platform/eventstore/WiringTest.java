package dk.effektspor.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dk.effektspor.platform.PlatformApplication;
import dk.effektspor.platform.serialization.EventSerializer;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.updates.UpdateChecker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Axon falls back in silence when a bean is missing, so each is asserted by type. */
class WiringTest {

    @TempDir
    static Path data;

    private static ConfigurableApplicationContext context;
    private static final String HOME = System.getProperty("user.home", "");

    @BeforeAll
    static void start() {
        // Axon's update check sleeps when it sees a test framework; here it is to believe in production.
        System.setProperty("axoniq.usage.force-test-environment", "true");
        System.setProperty("user.home", data.resolve("home").toString());
        context = PlatformApplication.start(data);
    }

    @AfterAll
    static void stop() {
        System.setProperty("user.home", HOME);
        System.clearProperty("axoniq.usage.force-test-environment");
        context.close();
    }

    @Test
    void each_store_is_the_real_one() {
        assertThat(context.getBean(DataSource.class)).isInstanceOf(HikariDataSource.class);
        assertThat(context.getBean(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
        assertThat(context.getBean(ConnectionProvider.class)).isInstanceOf(SpringDataSourceConnectionProvider.class);
        assertThat(context.getBean(EventStorageEngine.class)).isInstanceOf(GroupedAppends.class);
        assertThat(context.getBean(EventStore.class)).isInstanceOf(EventLog.class);
        assertThat(context.getBeansOfType(TokenStore.class)).isEmpty();
    }

    @Test
    void axon_itself_uses_these_beans() {
        Configuration axon = context.getBean(Configuration.class);

        assertThat(axon.eventStore()).isSameAs(context.getBean(EventStore.class));
        assertThat(axon.eventSerializer()).isInstanceOf(EventSerializer.class);
        assertThat(axon.messageSerializer()).isExactlyInstanceOf(Jackson3Serializer.class);
        assertThat(axon.serializer()).isExactlyInstanceOf(Jackson3Serializer.class);
        assertThat(axon.getComponent(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
    }

    @Test
    void nothing_reports_to_the_frameworks_vendor() {
        assertThat(context.getBeansOfType(UpdateChecker.class)).isEmpty();
        assertThat(data.resolve("home/.axoniq")).doesNotExist();
    }
}
