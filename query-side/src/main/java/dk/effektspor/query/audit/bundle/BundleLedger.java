package dk.effektspor.query.audit.bundle;

import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.ledger.proof.SignedNote;
import dk.effektspor.query.ledger.proof.SigningKey;
import java.util.List;

/** What a bundle needs of the ledger's keys. */
public interface BundleLedger {

    /**
     * A change of key.
     *
     * @param event the stored event that tells of it
     * @param note the first checkpoint that covers the event, signed under both keys
     */
    record Handover(StoredEvent event, SignedNote note) {}

    /** The key of the moment; it is given no text of a checkpoint here. */
    SigningKey current();

    /** Every change of key so far, the oldest first. */
    List<Handover> handovers();
}
