package dk.effektspor.query.audit.verify;

import dk.effektspor.query.audit.bundle.Line;
import dk.effektspor.query.ledger.proof.Checkpoint;
import dk.effektspor.query.ledger.proof.ConsistencyProof;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.proof.InclusionProof;
import dk.effektspor.query.ledger.proof.LeafEnvelope;
import dk.effektspor.query.ledger.proof.MerkleTree;
import java.util.ArrayList;
import java.util.List;

/** The log as the bundle's checkpoint tells it, and what the bundle's hashes prove about it. */
record Log(Checkpoint checkpoint, List<Hash> hashes) {

    static Log of(Checkpoint checkpoint, List<Placed<Line.Hashes>> lines) {
        List<Hash> hashes = new ArrayList<>();
        lines.forEach(line -> hashes.addAll(line.content().hashes()));
        return new Log(checkpoint, hashes);
    }

    /** Whether the event stands in its place, byte for byte. */
    boolean holds(Line.Proved proved) {
        List<Hash> path = new ArrayList<>();
        for (int number : proved.path()) {
            if (number >= hashes.size()) {
                return false;
            }
            path.add(hashes.get(number));
        }
        Hash leaf = MerkleTree.leaf(LeafEnvelope.of(proved.event()));
        return new InclusionProof(proved.position(), checkpoint.size(), path).proves(leaf, checkpoint.root());
    }

    /** Whether the log continues another checkpoint of it. */
    boolean continues(Checkpoint earlier, List<String> path) {
        try {
            List<Hash> hashesOfPath = path.stream().map(Hash::ofBase64).toList();
            return new ConsistencyProof(earlier.size(), checkpoint.size(), hashesOfPath)
                    .proves(earlier.root(), checkpoint.root());
        } catch (IllegalArgumentException notAHash) {
            return false;
        }
    }
}
