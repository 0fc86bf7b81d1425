package dk.effektspor.query.ledger.proof;

import java.util.ArrayList;
import java.util.List;

/**
 * Shows that a log has only grown (RFC 9162 2.1.4).
 *
 * @param from its earlier size
 * @param to its later size
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {

    public ConsistencyProof {
        path = List.copyOf(path);
    }

    /** Whether the log with the second root begins with all of the log with the first. */
    public boolean proves(Hash rootFrom, Hash rootTo) {
        if (from < 0 || from > to) {
            return false;
        }
        if (from == to) {
            return path.isEmpty() && rootFrom.equals(rootTo);
        }
        if (from == 0) {
            return path.isEmpty() && rootFrom.equals(MerkleTree.over(List.of()).root(0));
        }
        List<Hash> hashes = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) {
            hashes.add(0, rootFrom);
        }
        return !hashes.isEmpty() && leads(hashes, rootFrom, rootTo);
    }

    private boolean leads(List<Hash> hashes, Hash rootFrom, Hash rootTo) {
        long node = from - 1;
        long last = to - 1;
        while ((node & 1) == 1) {
            node >>>= 1;
            last >>>= 1;
        }
        Hash earlier = hashes.get(0);
        Hash later = earlier;
        for (Hash beside : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                earlier = MerkleTree.node(beside, earlier);
                later = MerkleTree.node(beside, later);
                while ((node & 1) == 0 && node != 0) {
                    node >>>= 1;
                    last >>>= 1;
                }
            } else {
                later = MerkleTree.node(later, beside);
            }
            node >>>= 1;
            last >>>= 1;
        }
        return last == 0 && earlier.equals(rootFrom) && later.equals(rootTo);
    }
}
