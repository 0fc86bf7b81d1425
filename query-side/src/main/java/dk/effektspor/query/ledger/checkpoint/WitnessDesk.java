package dk.effektspor.query.ledger.checkpoint;

import dk.effektspor.query.ledger.proof.MerkleTree;
import dk.effektspor.query.ledger.proof.SignedNote;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands the newest checkpoint to the witness, on a thread of its own: the log never waits for it. */
public final class WitnessDesk implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WitnessDesk.class);

    private final Checkpoints checkpoints;
    private final Witness witness;
    private final MerkleTree tree;

    /** One is being handed over and one waits; a newer one takes the place of the one that waits. */
    private final ThreadPoolExecutor executor = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1),
            task -> {
                Thread thread = new Thread(task, "ledger-witness");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardOldestPolicy());

    private volatile @Nullable String trouble;

    public WitnessDesk(Checkpoints checkpoints, Witness witness, MerkleTree.FullSubtrees tiles) {
        this.checkpoints = checkpoints;
        this.witness = witness;
        this.tree = new MerkleTree(tiles);
        checkpoints.tell(this::hand);
    }

    /** Why the last checkpoint was not co-signed, if it was not; it is handed over again with the next round. */
    public @Nullable String trouble() {
        return trouble;
    }

    private void hand(KeptCheckpoint kept) {
        executor.execute(() -> cosign(kept));
    }

    private void cosign(KeptCheckpoint kept) {
        if (checkpoints.newest().filter(this::isCosigned).isPresent()) {
            return;
        }
        try {
            long size = kept.checkpoint().size();
            List<SignedNote.Signature> signatures = witness.cosign(kept.note(), from -> tree.consistency(from, size));
            checkpoints.cosigned(kept, signatures);
            trouble = null;
        } catch (IOException | RuntimeException failure) {
            trouble = failure.toString();
            LOG.warn("The witness has not signed the checkpoint of {}: {}", kept.date(), failure.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isCosigned(KeptCheckpoint newest) {
        return witness.hasSigned(newest.note());
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
