package dk.effektspor.query.ledger.tree;

import dk.effektspor.query.ledger.proof.Hash;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tiles that new leaves change. */
final class Growth {

    private final TreeStore store;
    private final Map<Tile, byte[]> changed = new LinkedHashMap<>();

    private Growth(TreeStore store) {
        this.store = store;
    }

    /** The tiles as they are once the leaves follow a log of this size. */
    static Map<Tile, byte[]> of(TreeStore store, long size, List<Hash> leaves) {
        Growth growth = new Growth(store);
        growth.add(0, size, leaves);
        return growth.changed;
    }

    private void add(int level, long first, List<Hash> hashes) {
        if (hashes.isEmpty()) {
            return;
        }
        List<Hash> above = new ArrayList<>();
        long next = first;
        int taken = 0;
        while (taken < hashes.size()) {
            Tile tile = new Tile(level, next / Tile.WIDTH);
            int offset = (int) (next % Tile.WIDTH);
            int count = Math.min(Tile.WIDTH - offset, hashes.size() - taken);
            byte[] grown = grown(tile, offset, hashes.subList(taken, taken + count));
            changed.put(tile, grown);
            if (offset + count == Tile.WIDTH) {
                above.add(Tiles.root(grown, 0, Tile.WIDTH));
            }
            taken += count;
            next += count;
        }
        add(level + 1, first / Tile.WIDTH, above);
    }

    private byte[] grown(Tile tile, int offset, List<Hash> hashes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(Tile.WIDTH * Hash.BYTES);
        if (offset > 0) {
            byte[] before = store.tile(tile.level(), tile.index());
            if (before.length < offset * Hash.BYTES) {
                throw new MissingTile(tile.level(), tile.index());
            }
            bytes.write(before, 0, offset * Hash.BYTES);
        }
        hashes.forEach(hash -> bytes.writeBytes(hash.bytes()));
        return bytes.toByteArray();
    }
}
