package dk.effektspor.command;

import dk.effektspor.command.casefile.CaseFile;
import dk.effektspor.command.platform.CircumstancesResolver;
import dk.effektspor.command.platform.CommandTrace;
import dk.effektspor.command.platform.Refusals;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.EventTrace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.AggregateAnnotationCommandHandler;

/** Cases behind a real command bus on an event store in memory. */
final class CaseOffice {

    private final EmbeddedEventStore store = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final CommandGateway gateway;
    private int commands;

    private CaseOffice(Cache cache) {
        ParameterResolverFactory parameters = MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(CaseFile.class),
                new CircumstancesResolver(TestCatalogue.catalogue(), 366));
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor(new Refusals());
        AggregateAnnotationCommandHandler.<CaseFile>builder()
                .aggregateType(CaseFile.class)
                .parameterResolverFactory(parameters)
                .repository(EventSourcingRepository.builder(CaseFile.class)
                        .parameterResolverFactory(parameters)
                        .eventStore(store)
                        .cache(cache)
                        .build())
                .build()
                .subscribe(bus);
        gateway = DefaultCommandGateway.builder().commandBus(bus).build();
    }

    /** Tells the case its whole history before each command. */
    static CaseOffice replaying() {
        return new CaseOffice(NoCache.INSTANCE);
    }

    /** Keeps the case as the last command left it. */
    static CaseOffice remembering() {
        return new CaseOffice(new WeakReferenceCache());
    }

    /** Sends a command on a day and returns the version of the case. */
    long on(LocalDate today, CaseCommand command) {
        commands++;
        return send(today, command, "command-" + commands);
    }

    /** Sends a command under an id of the caller's choice. */
    long send(LocalDate today, CaseCommand command, String commandId) {
        try {
            Long version = gateway.sendAndWait(new GenericCommandMessage<>(
                    command,
                    Map.of(
                            CommandTrace.RECEIVED_AT,
                            Instant.parse(today + "T10:00:00Z"),
                            CommandTrace.SCOPE,
                            CommandTrace.UNBOUND,
                            EventTrace.COMMAND_ID,
                            commandId)));
            return version;
        } catch (RuntimeException e) {
            throw Refusals.unwrap(e).orElse(e);
        }
    }

    /** What has happened in the case of all tests. */
    List<CaseEvent> events() {
        return messages().stream().map(m -> (CaseEvent) m.getPayload()).toList();
    }

    List<? extends DomainEventMessage<?>> messages() {
        return store.readEvents(Casework.CASE.toString()).asStream().toList();
    }
}
