package dk.effektspor.query.ledger.check;

import dk.effektspor.query.ledger.Finding;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.tree.Tiles;
import dk.effektspor.query.ledger.tree.TreeStore;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Holds the tiles against the leaves that were expected, and each level of tiles against the one below. */
final class TileCheck {

    private static final int TILE = 256;
    private static final int TILES_AT_ONCE = 128;

    private final TreeStore tree;
    private final ExpectedLeaves expected;

    TileCheck(TreeStore tree, ExpectedLeaves expected) {
        this.tree = tree;
        this.expected = expected;
    }

    /** The first place where the tiles are not what they should be, below this size. */
    Optional<Finding> finding(long size) {
        ByteArrayOutputStream roots = new ByteArrayOutputStream();
        for (long position = 0; position < size; position += (long) TILE * TILES_AT_ONCE) {
            int count = (int) Math.min(size - position, (long) TILE * TILES_AT_ONCE);
            byte[] tiles = expected.inTiles(position, count);
            byte[] outside = position < expected.kept() ? expected.from(position, count) : tiles;
            long parted = mismatch(tiles, outside, count);
            if (parted >= 0) {
                return Optional.of(differs(0, position + parted));
            }
            addRoots(tiles, roots);
        }
        return above(1, roots.toByteArray());
    }

    private static long mismatch(byte[] tiles, byte[] outside, int count) {
        int at = Arrays.mismatch(tiles, outside);
        return at < 0 && tiles.length == count * Hash.BYTES ? -1 : Math.max(at, 0) / Hash.BYTES;
    }

    private Optional<Finding> above(int level, byte[] computed) {
        ByteArrayOutputStream roots = new ByteArrayOutputStream();
        for (int offset = 0; offset < computed.length; offset += TILE * Hash.BYTES) {
            int end = Math.min(computed.length, offset + TILE * Hash.BYTES);
            byte[] tile = tree.tile(level, offset / Hash.BYTES / TILE);
            // It may have grown since.
            int length = Math.min(tile.length, end - offset);
            int parted = Arrays.mismatch(tile, 0, length, computed, offset, end);
            if (parted >= 0) {
                return Optional.of(differs(level, (offset + parted) / Hash.BYTES));
            }
            addRoots(Arrays.copyOfRange(computed, offset, end), roots);
        }
        return roots.size() == 0 ? Optional.empty() : above(level + 1, roots.toByteArray());
    }

    /** Roots of the full tiles. */
    private static void addRoots(byte[] tiles, ByteArrayOutputStream roots) {
        for (int offset = 0; offset + TILE * Hash.BYTES <= tiles.length; offset += TILE * Hash.BYTES) {
            roots.writeBytes(Tiles.root(tiles, offset / Hash.BYTES, TILE).bytes());
        }
    }

    private static Finding differs(int level, long index) {
        return new Finding("ledger.tiles-differ", Map.of("level", level, "position", index));
    }
}
