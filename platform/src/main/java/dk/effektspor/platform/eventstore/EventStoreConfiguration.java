package dk.effektspor.platform.eventstore;

import dk.effektspor.platform.postgres.PostgresSettings;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.platform.web.ProblemMapping;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Axon's event store. Every bean is named here because Axon's own auto-configuration falls back without a word to ones
 * that hold nothing.
 */
@Configuration(proxyBeanMethods = false)
class EventStoreConfiguration {

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
        return new SpringTransactionManager(transactionManager);
    }

    @Configuration(proxyBeanMethods = false)
    @Profile("!axonserver")
    static class OnPostgres {

        @Bean
        ConnectionProvider connectionProvider(DataSource dataSource) {
            return new SpringDataSourceConnectionProvider(dataSource);
        }

        @Bean
        PersistenceExceptionResolver persistenceExceptionResolver() {
            return new LostRace();
        }

        @Bean
        EventStorageEngine eventStorageEngine(
                ConnectionProvider connections,
                TransactionManager transactions,
                PersistenceExceptionResolver persistenceExceptions,
                @Qualifier("eventSerializer") Serializer eventSerializer,
                Serializer generalSerializer,
                org.axonframework.config.Configuration axon,
                EventStoreSettings settings,
                PostgresSettings postgres) {
            GapRule.check(postgres.transactionTimeout(), settings.gapTimeout());
            JdbcEventStorageEngine.Builder builder = JdbcEventStorageEngine.builder()
                    .connectionProvider(connections)
                    .transactionManager(transactions)
                    .persistenceExceptionResolver(persistenceExceptions)
                    .eventSerializer(eventSerializer)
                    .snapshotSerializer(generalSerializer)
                    .snapshotFilter(axon.snapshotFilter())
                    .upcasterChain(axon.upcasterChain())
                    .schema(schema())
                    .batchSize(settings.batchSize())
                    .lowestGlobalSequence(1);
            return new GroupedAppends(builder, transactions, eventSerializer, settings.gapTimeout());
        }

        @Bean
        @Qualifier("eventStore")
        EventLog eventBus(
                EventStorageEngine engine, EventStoreSettings settings, org.axonframework.config.Configuration axon) {
            EmbeddedEventStore.Builder builder = EmbeddedEventStore.builder()
                    .storageEngine(engine)
                    .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                    .spanFactory(axon.getComponent(EventBusSpanFactory.class));
            return new EventLog(builder, settings);
        }

        static EventSchema schema() {
            return EventSchema.builder()
                    .eventTable("event")
                    .snapshotTable("snapshot")
                    .globalIndexColumn("global_index")
                    .timestampColumn("time_stamp")
                    .eventIdentifierColumn("event_identifier")
                    .aggregateIdentifierColumn("aggregate_identifier")
                    .sequenceNumberColumn("sequence_number")
                    .typeColumn("type")
                    .payloadTypeColumn("payload_type")
                    .payloadRevisionColumn("payload_revision")
                    .payloadColumn("payload")
                    .metaDataColumn("meta_data")
                    .build();
        }
    }

    /** Commands, events and queries through Axon Server; its own auto-configuration makes the buses and the store. */
    @Configuration(proxyBeanMethods = false)
    @Profile("axonserver")
    static class OnAxonServer {

        @Bean(destroyMethod = "shutdownNow")
        ScheduledExecutorService commandRetries() {
            return Executors.newSingleThreadScheduledExecutor(new AxonThreadFactory("CommandRetries"));
        }

        @Bean
        AxonServerHealth axonServerHealthIndicator(AxonServerConnectionManager connections) {
            return new AxonServerHealth(connections);
        }

        /** For whoever reads: a command's failures are told by the command side. */
        @Bean
        ProblemMapping storeAway() {
            return failure -> StoreAway.isBehind(failure) ? new Problem(503, "store.away", Map.of()) : null;
        }

        @Bean
        CommandGateway commandGateway(CommandBus commands, ScheduledExecutorService commandRetries) {
            return DefaultCommandGateway.builder()
                    .commandBus(commands)
                    .retryScheduler(new TransientFailures(commandRetries))
                    .build();
        }
    }
}
