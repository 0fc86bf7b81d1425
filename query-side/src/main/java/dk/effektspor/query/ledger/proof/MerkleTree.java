package dk.effektspor.query.ledger.proof;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/** The Merkle tree of RFC 9162 section 2.1 over leaves that only grow in number. */
public final class MerkleTree {

    private final FullSubtrees subtrees;

    /** What is known of a tree: enough to find any root and any proof. */
    @FunctionalInterface
    public interface FullSubtrees {
        /** Root of the subtree whose 2^level leaves begin at index * 2^level; asked only for those that are full. */
        Hash root(int level, long index);
    }

    public MerkleTree(FullSubtrees subtrees) {
        this.subtrees = subtrees;
    }

    /** A tree over these leaf hashes; computes every node anew each time it is asked, so for small ones only. */
    public static MerkleTree over(List<Hash> leaves) {
        return new MerkleTree(new FullSubtrees() {
            @Override
            public Hash root(int level, long index) {
                return level == 0
                        ? leaves.get(Math.toIntExact(index))
                        : node(root(level - 1, 2 * index), root(level - 1, 2 * index + 1));
            }
        });
    }

    public static Hash leaf(byte[] envelope) {
        MessageDigest digest = Sha256.digest();
        digest.update((byte) 0);
        return new Hash(digest.digest(envelope));
    }

    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = Sha256.digest();
        digest.update((byte) 1);
        digest.update(left.bytes());
        return new Hash(digest.digest(right.bytes()));
    }

    /** Root over the first so many leaves; of none, the hash of nothing. */
    public Hash root(long size) {
        return size == 0 ? new Hash(Sha256.digest().digest()) : range(0, size);
    }

    public InclusionProof inclusion(long position, long size) {
        if (position < 0 || position >= size) {
            throw new IllegalArgumentException("No position " + position + " among " + size);
        }
        List<Hash> path = new ArrayList<>();
        inclusion(position, 0, size, path);
        return new InclusionProof(position, size, path);
    }

    public ConsistencyProof consistency(long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("A log of " + to + " does not grow out of one of " + from);
        }
        List<Hash> path = new ArrayList<>();
        if (from > 0 && from < to) {
            consistency(from, 0, to, true, path);
        }
        return new ConsistencyProof(from, to, path);
    }

    private void inclusion(long position, long start, long end, List<Hash> path) {
        if (end - start == 1) {
            return;
        }
        long middle = start + split(end - start);
        if (position < middle) {
            inclusion(position, start, middle, path);
            path.add(range(middle, end));
        } else {
            inclusion(position, middle, end, path);
            path.add(range(start, middle));
        }
    }

    /** SUBPROOF of the RFC; {@code known} while the old tree's root is itself the root of this range. */
    private void consistency(long from, long start, long end, boolean known, List<Hash> path) {
        if (from == end) {
            if (!known) {
                path.add(range(start, end));
            }
            return;
        }
        long middle = start + split(end - start);
        if (from <= middle) {
            consistency(from, start, middle, known, path);
            path.add(range(middle, end));
        } else {
            consistency(from, middle, end, false, path);
            path.add(range(start, middle));
        }
    }

    private Hash range(long start, long end) {
        long length = end - start;
        if (Long.bitCount(length) == 1) {
            int level = Long.numberOfTrailingZeros(length);
            return subtrees.root(level, start >>> level);
        }
        long middle = start + split(length);
        return node(range(start, middle), range(middle, end));
    }

    /** The greatest power of two below a length of at least two. */
    private static long split(long length) {
        return Long.highestOneBit(length - 1);
    }
}
