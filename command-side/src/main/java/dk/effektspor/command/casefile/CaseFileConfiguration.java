package dk.effektspor.command.casefile;

import dk.effektspor.command.CaseCommand;
import dk.effektspor.command.platform.RecentCases;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CaseFileConfiguration {

    @Bean
    RecentCases recentCases(@Value("${effektspor.recent-cases:4000}") int most) {
        return new RecentCases(most);
    }

    @Bean
    ConfigurerModule caseFiles(RecentCases recentCases) {
        return configurer -> configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(CaseFile.class)
                .configureCache(configuration -> recentCases)
                .configureCommandTargetResolver(configuration -> CaseFileConfiguration::caseOf));
    }

    /** Axon's own way goes through all of a command's methods and their annotations for each command. */
    private static VersionedAggregateIdentifier caseOf(CommandMessage<?> message) {
        CaseCommand command = (CaseCommand) message.getPayload();
        return new VersionedAggregateIdentifier(command.caseId(), null);
    }
}
