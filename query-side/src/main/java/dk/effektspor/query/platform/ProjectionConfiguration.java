package dk.effektspor.query.platform;

import com.mongodb.client.MongoDatabase;
import dk.effektspor.platform.tracing.LiveTraces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives every projection a pooled streaming processor of its own that stops rather than skips. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProjectionSettings.class)
class ProjectionConfiguration {

    /** Groups are assigned by instance, since all projections are of one class. */
    @Bean
    ConfigurerModule projectionProcessors(
            List<CaseProjection<?>> projections, ProjectionSettings settings, Optional<LiveTraces> traces) {
        Predicate<EventMessage<?>> alone =
                event -> traces.isPresent() && traces.get().hasPart(event);
        return configurer -> configurer.eventProcessing(processing -> {
            processing.registerDefaultListenerInvocationErrorHandler(c -> PropagatingErrorHandler.instance());
            processing.registerDefaultErrorHandler(c -> PropagatingErrorHandler.instance());
            for (CaseProjection<?> projection : projections) {
                String group = projection.group();
                processing
                        .assignHandlerInstancesMatching(group, handler -> handler == projection)
                        .registerPooledStreamingEventProcessor(
                                group,
                                c -> new PagedLog(c.eventStore(), settings.batchSize(), alone),
                                (c, builder) -> builder.batchSize(settings.batchSize())
                                        .initialSegmentCount(settings.segments())
                                        .tokenClaimInterval(
                                                settings.claimTimeout().toMillis() / 2)
                                        .initialToken(source -> source.createTailToken())
                                        .workerExecutor(name -> Executors.newScheduledThreadPool(
                                                settings.segments(), new ProjectionThreads(name))))
                        // MongoDB is written without transactions; a database connection held for it would be in vain.
                        .registerTransactionManager(group, c -> NoTransactionManager.instance())
                        .registerSequencingPolicy(group, c -> SequentialPerAggregatePolicy.instance());
            }
        });
    }

    @Bean
    Processors processors(ObjectProvider<EventProcessingConfiguration> processing) {
        return new Processors(processing);
    }

    @Bean
    Stops stops(Processors processors) {
        return new Stops(processors);
    }

    @Bean
    Projections projections(
            List<CaseProjection<?>> projections,
            Processors processors,
            ObjectProvider<EventStore> eventStore,
            Stops stops,
            ProjectionSettings settings,
            MongoDatabase database,
            Optional<Clock> clock,
            MeterRegistry meters) {
        Clock now = clock.orElseGet(Clock::systemUTC);
        List<ViewForm> forms =
                projections.stream().<ViewForm>map(CaseProjection::form).toList();
        return new Projections(
                projections.stream().map(CaseProjection::group).toList(),
                processors,
                eventStore,
                stops,
                settings,
                new EarlierForms(database, forms, now),
                now,
                meters);
    }

    @Bean
    ProjectionHealth projectionsHealthIndicator(Projections projections) {
        return new ProjectionHealth(projections);
    }
}
