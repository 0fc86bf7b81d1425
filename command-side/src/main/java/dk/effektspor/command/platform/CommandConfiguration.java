package dk.effektspor.command.platform;

import dk.effektspor.platform.security.CurrentActor;
import dk.effektspor.platform.vault.KeyedHash;
import dk.effektspor.platform.vault.Vault;
import dk.effektspor.shared.EventTrace;
import dk.effektspor.shared.catalogue.Catalogue;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class CommandConfiguration {

    @Bean
    CircumstancesResolver circumstancesResolver(
            Catalogue catalogue, @Value("${effektspor.future-days:366}") int futureDays) {
        return new CircumstancesResolver(catalogue, futureDays);
    }

    @Bean
    CaseRegister caseRegister(JdbcTemplate jdbc, PlatformTransactionManager transactions, EventStore events) {
        return new CaseRegister(jdbc, new TransactionTemplate(transactions), events);
    }

    @Bean
    PersonalTraces personalTraces(JdbcTemplate jdbc, CaseRegister register, RecentCases recentCases) {
        return new PersonalTraces(jdbc, register, recentCases);
    }

    @Bean
    IdempotencyKeys idempotencyKeys(JdbcTemplate jdbc) {
        return new IdempotencyKeys(jdbc);
    }

    @Bean
    Drafts drafts(Catalogue catalogue, Vault vault, CaseRegister register) {
        return new Drafts(catalogue, vault, register);
    }

    /**
     * Without a transaction around every command: one that stores only events leaves that to the event store, which
     * stores those of several commands in one transaction.
     */
    @Bean
    @Qualifier("localSegment")
    SimpleCommandBus commandBus(
            org.axonframework.config.Configuration axon, DuplicateCommandHandlerResolver duplicates) {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.instance())
                .duplicateCommandHandlerResolver(duplicates)
                .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
                .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus"))
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return bus;
    }

    @Bean
    Dispatcher dispatcher(
            CommandGateway gateway,
            CommandBus bus,
            TransactionManager transactions,
            IdempotencyKeys keys,
            CaseRegister register) {
        // Outermost first: a refusal of the second is carried by the first, too.
        bus.registerHandlerInterceptor(new Refusals());
        bus.registerHandlerInterceptor(new OnceOnly(keys, register, transactions));
        return new Dispatcher(gateway, new OneTransaction(gateway, bus, transactions));
    }

    @Bean
    CommandDesk commandDesk(
            HttpServletRequest request,
            CurrentActor actors,
            Drafts drafts,
            Dispatcher dispatcher,
            IdempotencyKeys keys,
            KeyedHash hashes,
            Clock clock) {
        return new CommandDesk(request, actors, drafts, dispatcher, keys, hashes, clock);
    }

    /** What of a command's metadata its events keep. */
    @Bean
    CorrelationDataProvider trace() {
        return new SimpleCorrelationDataProvider(
                EventTrace.ACTOR,
                EventTrace.ROLE,
                EventTrace.UNIT,
                EventTrace.CLIENT,
                EventTrace.COMMAND_ID,
                EventTrace.COMMAND,
                EventTrace.SOURCE_RECORDED_AT,
                EventTrace.SOURCE_ACTOR);
    }

    /** Axon gives this up as soon as another provider is named. */
    @Bean
    CorrelationDataProvider messageOrigin() {
        return new MessageOriginProvider(EventTrace.CAUSATION, EventTrace.CORRELATION);
    }
}
