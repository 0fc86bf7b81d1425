package dk.effektspor.query.ledger.proof;

import java.util.List;

/**
 * Shows that a leaf is in the log (RFC 9162 2.1.3).
 *
 * @param position of the leaf, from 0
 * @param size of the log whose root it leads to
 * @param path hashes beside the way from the leaf to the root
 */
public record InclusionProof(long position, long size, List<Hash> path) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Whether the leaf stands at the position in the log with this root. */
    public boolean proves(Hash leaf, Hash root) {
        if (position < 0 || position >= size) {
            return false;
        }
        long node = position;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash beside : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = MerkleTree.node(beside, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                hash = MerkleTree.node(hash, beside);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && hash.equals(root);
    }
}
