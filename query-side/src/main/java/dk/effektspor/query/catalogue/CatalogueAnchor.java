package dk.effektspor.query.catalogue;

import dk.effektspor.query.ledger.CheckpointExtension;
import dk.effektspor.shared.catalogue.Catalogue;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The line by which a checkpoint of the ledger says which catalogue the service went by: name, edition, SHA-256 in hex. An
 * event names what it used; what that meant at the time can be held against the files as they were.
 */
@Component
@Order(1)
final class CatalogueAnchor implements CheckpointExtension {

    private final String line;

    CatalogueAnchor(Catalogue catalogue) {
        line = "effektspor-catalogue " + catalogue.version() + " " + catalogue.sha256();
    }

    @Override
    public Optional<String> line() {
        return Optional.of(line);
    }
}
