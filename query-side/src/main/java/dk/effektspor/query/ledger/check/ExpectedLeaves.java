package dk.effektspor.query.ledger.check;

import dk.effektspor.query.ledger.checkpoint.LedgerFolder;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.tree.TreeStore;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The leaves as they were when the ledger took them in: from the folder as far as it goes, beyond it from the tiles. */
final class ExpectedLeaves {

    private static final int TILE = 256;

    private final LedgerFolder folder;
    private final TreeStore tree;
    private final long kept;
    private final long size;

    /** @param inTiles leaves the tiles hold */
    ExpectedLeaves(LedgerFolder folder, TreeStore tree, long inTiles) {
        this.folder = folder;
        this.tree = tree;
        this.kept = folder.size();
        this.size = Math.max(kept, inTiles);
    }

    long size() {
        return size;
    }

    /** Leaves that stand outside the database. */
    long kept() {
        return kept;
    }

    /** So many from a position on; fewer at the end, and where tiles are missing. */
    byte[] from(long position, int count) {
        if (position < kept) {
            byte[] outside = folder.leaves(position, (int) Math.min(count, kept - position));
            if (outside.length == count * Hash.BYTES || size == kept) {
                return outside;
            }
            return joined(outside, inTiles(kept, count - outside.length / Hash.BYTES));
        }
        return inTiles(position, (int) Math.min(count, Math.max(0, size - position)));
    }

    /** What the tiles hold from a position on. */
    byte[] inTiles(long position, int count) {
        ByteArrayOutputStream found = new ByteArrayOutputStream();
        int skip = (int) (position % TILE) * Hash.BYTES;
        int tiles = (int) ((position + count + TILE - 1) / TILE - position / TILE);
        for (byte[] tile : tree.tiles(0, position / TILE, Math.max(0, tiles))) {
            int length = Math.min(tile.length - skip, count * Hash.BYTES - found.size());
            if (length > 0) {
                found.write(tile, skip, length);
            }
            skip = 0;
        }
        return found.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
