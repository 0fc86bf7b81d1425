package dk.effektspor.query.access;

import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.ledger.Ledger;
import dk.effektspor.query.ledger.proof.Checkpoint;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** The place of the chain that the ledger's newest checkpoint holds, which lies outside the database, signed. */
final class LedgerLinks implements KnownLinks {

    /** Asked for late: the ledger in its turn asks for the end of the chain. */
    private final ObjectProvider<Ledger> ledger;

    LedgerLinks(ObjectProvider<Ledger> ledger) {
        this.ledger = ledger;
    }

    @Override
    public List<Link> links() {
        try {
            return Checkpoint.parse(ledger.getObject().latest().text()).extensions().stream()
                    .flatMap(line -> AccessAnchor.read(line).stream())
                    .toList();
        } catch (Problem none) {
            return List.of();
        }
    }
}
