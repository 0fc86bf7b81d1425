package dk.effektspor.query.ledger.tree;

/** A tile that should be there is not, or lacks hashes. */
public final class MissingTile extends RuntimeException {

    MissingTile(int level, long index) {
        super("The ledger's tile " + index + " of level " + level + " is not there");
    }
}
