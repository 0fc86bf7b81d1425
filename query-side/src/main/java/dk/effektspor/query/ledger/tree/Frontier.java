package dk.effektspor.query.ledger.tree;

import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.proof.MerkleTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** A tree of which only as much is kept as it takes to add leaves and tell the root. */
public final class Frontier {

    /** Roots of the full subtrees that make up the tree, the smallest, so the last, on top. */
    private final Deque<Hash> peaks = new ArrayDeque<>();

    private long size;

    public void add(Hash leaf) {
        Hash hash = leaf;
        for (long full = size; (full & 1) == 1; full >>>= 1) {
            hash = MerkleTree.node(peaks.pop(), hash);
        }
        peaks.push(hash);
        size++;
    }

    /** Adds every leaf of an array of hashes. */
    public void addAll(byte[] leaves) {
        for (int offset = 0; offset < leaves.length; offset += Hash.BYTES) {
            add(Hash.at(leaves, offset));
        }
    }

    public long size() {
        return size;
    }

    public Hash root() {
        Iterator<Hash> peak = peaks.iterator();
        if (!peak.hasNext()) {
            return new MerkleTree((level, index) -> {
                        throw new IllegalStateException("An empty tree has no nodes");
                    })
                    .root(0);
        }
        Hash root = peak.next();
        while (peak.hasNext()) {
            root = MerkleTree.node(peak.next(), root);
        }
        return root;
    }
}
