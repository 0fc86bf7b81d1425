package dk.effektspor.query.platform;

import com.mongodb.client.MongoDatabase;
import dk.effektspor.shared.CaseEvent;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** The read side's own wiring, started on an event store and a database that outlive it. */
public final class ReadSide implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private ReadSide(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Starts the processors of the projections declared in {@code features}. */
    public static ReadSide start(
            InMemoryEventStorageEngine events, String mongoUri, Class<?> features, String... properties) {
        SpringApplicationBuilder builder = new SpringApplicationBuilder(Wiring.class, features)
                .web(WebApplicationType.NONE)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("eventStorageEngine", EventStorageEngine.class, () -> events))
                .properties(
                        "effektspor.mongo.uri=" + mongoUri,
                        "axon.axonserver.enabled=false",
                        "axon.update-check.disabled=true",
                        "effektspor.projections.progress-every=100ms",
                        "management.endpoint.health.validate-group-membership=false",
                        "logging.level.root=WARN",
                        "spring.main.banner-mode=off")
                .properties(properties);
        return new ReadSide(builder.run());
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public MongoDatabase database() {
        return bean(MongoDatabase.class);
    }

    public Projections projections() {
        return bean(Projections.class);
    }

    /**
     * Appends to one case's stream, event by event: Axon's in-memory engine puts several into its map in the order of
     * their hashes, so that a reader can see a later one first and go past the earlier.
     */
    public void publish(long fromVersion, List<? extends CaseEvent> events) {
        messages(fromVersion, events).forEach(bean(EventStore.class)::publish);
    }

    static List<? extends EventMessage<?>> messages(long fromVersion, List<? extends CaseEvent> events) {
        return IntStream.range(0, events.size())
                .mapToObj(i -> new GenericDomainEventMessage<>(
                        "CaseFile",
                        events.get(i).caseId().toString(),
                        fromVersion - 1 + i,
                        events.get(i),
                        Map.of("actor", "anna")))
                .toList();
    }

    /** Returns when every view has taken in every event. */
    public void awaitViews() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> projections().lags().stream().allMatch(lag -> lag.caughtUp() && lag.events() == 0));
    }

    StreamingEventProcessor processor(String group) {
        return bean(EventProcessingConfiguration.class)
                .eventProcessor(group, StreamingEventProcessor.class)
                .orElseThrow();
    }

    @Override
    public void close() {
        context.close();
    }

    /** Not annotated as a configuration: the application's own scan must not find it. */
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
                "org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration"
            })
    @ComponentScan("dk.effektspor.platform.serialization")
    @Import({MongoConfiguration.class, ProjectionConfiguration.class})
    static class Wiring {

        @Bean
        TransactionManager transactions() {
            return NoTransactionManager.instance();
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }
}
