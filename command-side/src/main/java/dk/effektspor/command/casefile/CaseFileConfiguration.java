package dk.effektspor.command.casefile;

import dk.effektspor.command.platform.RecentCases;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CaseFileConfiguration {

    @Bean
    ConfigurerModule caseFiles(@Value("${effektspor.recent-cases:4000}") int most) {
        return configurer -> configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(CaseFile.class)
                .configureCache(configuration -> new RecentCases(most)));
    }
}
