package dk.effektspor.query.audit.bundle;

import dk.effektspor.platform.vault.Vault;
import dk.effektspor.query.ledger.Ledger;
import dk.effektspor.query.ledger.StoredEvents;
import dk.effektspor.query.ledger.checkpoint.CheckpointStore;
import dk.effektspor.query.ledger.checkpoint.LedgerKeys;
import dk.effektspor.shared.catalogue.Catalogue;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BundleConfiguration {

    @Bean
    Bundles bundles(
            Ledger ledger,
            LedgerKeys keys,
            CheckpointStore checkpoints,
            StoredEvents events,
            Vault vault,
            Catalogue catalogue,
            Clock clock) {
        return new Bundles(
                ledger, new SigningLedger(ledger, keys, checkpoints, events), events, vault, catalogue, clock);
    }
}
