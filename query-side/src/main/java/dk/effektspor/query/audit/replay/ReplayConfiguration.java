package dk.effektspor.query.audit.replay;

import dk.effektspor.query.history.Decoding;
import dk.effektspor.query.history.StoredHistory;
import dk.effektspor.query.ledger.tree.TreeStore;
import dk.effektspor.query.platform.OpenedTexts;
import dk.effektspor.shared.catalogue.Catalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ReplayConfiguration {

    @Bean
    Replay replay(StoredHistory history, TreeStore ledger, OpenedTexts texts, Catalogue catalogue) {
        return new Replay(history, ledger::positions, new Decoding()::fact, texts, catalogue);
    }
}
