package dk.effektspor.command.erasure;

import dk.effektspor.command.platform.CaseRegister;
import dk.effektspor.command.platform.Dispatcher;
import dk.effektspor.command.platform.PersonalTraces;
import dk.effektspor.platform.postgres.DeadRows;
import dk.effektspor.platform.vault.Forgetting;
import java.time.Clock;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ErasureSettings.class)
class ErasureConfiguration {

    @Bean
    ConfigurerModule citizenFiles() {
        return configurer -> configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(CitizenFile.class)
                .configureCommandTargetResolver(configuration -> ErasureConfiguration::citizenOf));
    }

    private static VersionedAggregateIdentifier citizenOf(CommandMessage<?> message) {
        return new VersionedAggregateIdentifier(((CitizenCommand) message.getPayload()).citizenId(), null);
    }

    @Bean
    ErasureBook erasureBook(JdbcTemplate jdbc) {
        return new ErasureBook(jdbc);
    }

    @Bean
    Citizens citizens(Forgetting forgetting, CaseRegister register, EventStore events) {
        return new Citizens(forgetting, register, events);
    }

    @Bean
    ErasureWork erasureWork(
            Forgetting forgetting,
            PersonalTraces traces,
            Citizens citizens,
            ErasureBook book,
            PlatformTransactionManager transactions,
            DeadRows deadRows,
            Dispatcher dispatcher,
            Clock clock) {
        Eraser eraser = new Eraser(
                forgetting, traces, citizens, book, new TransactionTemplate(transactions), deadRows, dispatcher, clock);
        return new ErasureWork(book, citizens, eraser, forgetting);
    }
}
