package dk.effektspor.query.platform;

import dk.effektspor.platform.vault.Vault;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReadConfiguration {

    @Bean
    Freshness freshness(EventStore events, ProjectionSettings settings) {
        return new Freshness(events, settings);
    }

    @Bean
    OpenedTexts openedTexts(Vault vault) {
        return new OpenedTexts(vault);
    }
}
