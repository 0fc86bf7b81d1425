package dk.effektspor.query.audit.paper;

import dk.effektspor.platform.security.CurrentActor;
import dk.effektspor.query.audit.AuditedCases;
import dk.effektspor.query.ledger.Ledger;
import dk.effektspor.query.platform.OpenedTexts;
import dk.effektspor.shared.catalogue.Catalogue;
import java.time.Clock;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaperSettings.class)
class PaperConfiguration {

    @Bean
    Dossiers dossiers(
            AuditedCases cases,
            EventStore events,
            Ledger ledger,
            OpenedTexts texts,
            Catalogue catalogue,
            CurrentActor actor,
            Clock clock) {
        return new Dossiers(new WholeCases(cases, events, ledger), new Composition(texts, catalogue), actor, clock);
    }

    @Bean
    PrintRoom printRoom() {
        return new PrintRoom();
    }
}
