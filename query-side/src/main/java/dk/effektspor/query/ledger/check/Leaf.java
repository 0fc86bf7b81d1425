package dk.effektspor.query.ledger.check;

import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.proof.LeafEnvelope;
import dk.effektspor.query.ledger.proof.MerkleTree;

/** What a stored event amounts to in the ledger, and as little else as it takes to name it. */
record Leaf(long globalIndex, String eventId, String stream, Hash hash) {

    static Leaf of(StoredEvent event) {
        return new Leaf(event.globalIndex(), event.eventId(), event.stream(), MerkleTree.leaf(LeafEnvelope.of(event)));
    }
}
