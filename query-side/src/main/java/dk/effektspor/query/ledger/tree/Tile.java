package dk.effektspor.query.ledger.tree;

/**
 * Which 256 hashes of the tree.
 *
 * @param level 0 for leaves, and one more for every eight levels of the tree
 * @param index from 0, along the log
 */
record Tile(int level, long index) {

    /** Levels of the tree in a tile. */
    static final int HEIGHT = 8;

    /** Hashes in a full tile. */
    static final int WIDTH = 1 << HEIGHT;
}
