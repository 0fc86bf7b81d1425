package dk.effektspor.query.ledger;

import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.ledger.checkpoint.Checkpoints;
import dk.effektspor.query.ledger.checkpoint.KeptCheckpoint;
import dk.effektspor.query.ledger.proof.ConsistencyProof;
import dk.effektspor.query.ledger.proof.InclusionProof;
import dk.effektspor.query.ledger.proof.MerkleTree;
import dk.effektspor.query.ledger.proof.SignedNote;
import dk.effektspor.query.ledger.proof.VerifierKey;
import dk.effektspor.query.ledger.tree.Builder;
import dk.effektspor.query.ledger.tree.MissingTile;
import dk.effektspor.query.ledger.tree.Tiles;
import dk.effektspor.query.ledger.tree.TreeStore;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** The ledger of this record, out of its tiles and checkpoints. */
final class RecordLedger implements Ledger {

    private final Builder builder;
    private final TreeStore store;
    private final MerkleTree tree;
    private final Checkpoints checkpoints;
    private final Duration headWait;

    RecordLedger(Builder builder, TreeStore store, Tiles tiles, Checkpoints checkpoints, Duration headWait) {
        this.builder = builder;
        this.store = store;
        this.tree = new MerkleTree(tiles);
        this.checkpoints = checkpoints;
        this.headWait = headWait;
    }

    @Override
    public long size() {
        return builder.state().size();
    }

    @Override
    public SignedNote latest() {
        return checkpoints
                .newest()
                .map(KeptCheckpoint::note)
                .orElseThrow(() -> new Problem(404, "ledger.no-checkpoint", Map.of()));
    }

    @Override
    public SignedNote checkpointNow() {
        if (!builder.isRunning()) {
            throw new Problem(503, "ledger.off", Map.of());
        }
        if (!builder.awaitHead(headWait)) {
            throw new Problem(503, "ledger.behind", Map.of());
        }
        return checkpoints.checkpoint().note();
    }

    @Override
    public long position(String eventId) {
        return store.place(eventId)
                .map(TreeStore.Place::position)
                .orElseThrow(() -> new Problem(404, "ledger.unknown-event", Map.of()));
    }

    @Override
    public InclusionProof inclusion(long position, long size) {
        long there = size();
        if (position < 0 || position >= size || size > there) {
            throw new Problem(
                    400,
                    "ledger.out-of-range",
                    Map.of("rule", "0 <= position < size <= " + there, "position", position, "size", size));
        }
        return proved(() -> tree.inclusion(position, size));
    }

    @Override
    public ConsistencyProof consistency(long from, long to) {
        long there = size();
        if (from < 0 || from > to || to > there) {
            throw new Problem(
                    400, "ledger.out-of-range", Map.of("rule", "0 <= from <= to <= " + there, "from", from, "to", to));
        }
        return proved(() -> tree.consistency(from, to));
    }

    @Override
    public VerifierKey key() {
        return checkpoints.key();
    }

    private static <T> T proved(Supplier<T> proof) {
        try {
            return proof.get();
        } catch (MissingTile beingBuilt) {
            throw new Problem(503, "ledger.behind", Map.of());
        }
    }
}
