package dk.effektspor.query.audit.replay;

import dk.effektspor.query.ledger.StoredEvents;
import dk.effektspor.query.ledger.tree.TreeStore;
import dk.effektspor.query.platform.OpenedTexts;
import dk.effektspor.shared.catalogue.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReplayConfiguration {

    @Bean
    Replay replay(StoredEvents events, TreeStore ledger, Decoding decoding, OpenedTexts texts, Catalogue catalogue) {
        return new Replay(events, ledger::positions, decoding::fact, texts, catalogue);
    }
}
