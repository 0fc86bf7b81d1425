package dk.effektspor.query.ledger.tree;

import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.proof.MerkleTree;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tree as its tiles hold it. Full tiles are kept at hand: they never change. */
public final class Tiles implements MerkleTree.FullSubtrees {

    private static final int KEPT = 1024;

    private final TreeStore store;
    private final Map<Tile, byte[]> full = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Tile, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    public Tiles(TreeStore store) {
        this.store = store;
    }

    @Override
    public Hash root(int level, long index) {
        int tileLevel = level / Tile.HEIGHT;
        int height = level % Tile.HEIGHT;
        long first = index << height;
        int offset = (int) (first % Tile.WIDTH);
        int count = 1 << height;
        byte[] hashes = tile(new Tile(tileLevel, first / Tile.WIDTH));
        if (hashes.length < (offset + count) * Hash.BYTES) {
            throw new MissingTile(tileLevel, first / Tile.WIDTH);
        }
        return root(hashes, offset, count);
    }

    /** Root of so many hashes, a power of two, of a tile. */
    public static Hash root(byte[] hashes, int offset, int count) {
        if (count == 1) {
            return Hash.at(hashes, offset * Hash.BYTES);
        }
        int half = count / 2;
        return MerkleTree.node(root(hashes, offset, half), root(hashes, offset + half, half));
    }

    private byte[] tile(Tile tile) {
        synchronized (full) {
            byte[] known = full.get(tile);
            if (known != null) {
                return known;
            }
        }
        byte[] read = store.tile(tile.level(), tile.index());
        if (read.length == Tile.WIDTH * Hash.BYTES) {
            synchronized (full) {
                full.put(tile, read);
            }
        }
        return read;
    }

    /** Forgets what is kept at hand; the tables may hold something else now. */
    public void forget() {
        synchronized (full) {
            full.clear();
        }
    }
}
