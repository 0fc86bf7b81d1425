package dk.effektspor.query.ledger.checkpoint;

import dk.effektspor.query.ledger.proof.ConsistencyProof;
import dk.effektspor.query.ledger.proof.SignedNote;
import java.io.IOException;
import java.util.List;
import java.util.function.LongFunction;

/** A second system that signs a checkpoint if the log has only grown since the last one it saw. */
public interface Witness {

    /**
     * Hands a checkpoint over.
     *
     * @param growth the proof from the size the witness saw last
     * @return its signatures, checked
     * @throws IOException if it cannot be reached in time or refuses
     */
    List<SignedNote.Signature> cosign(SignedNote checkpoint, LongFunction<ConsistencyProof> growth)
            throws IOException, InterruptedException;

    /** Whether a checkpoint bears its signature. */
    boolean hasSigned(SignedNote checkpoint);
}
