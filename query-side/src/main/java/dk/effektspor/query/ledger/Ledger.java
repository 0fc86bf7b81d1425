package dk.effektspor.query.ledger;

import dk.effektspor.query.ledger.proof.ConsistencyProof;
import dk.effektspor.query.ledger.proof.InclusionProof;
import dk.effektspor.query.ledger.proof.SignedNote;
import dk.effektspor.query.ledger.proof.VerifierKey;

/** Proves what is in the record. Positions are dense from 0, in the order in which the events were stored. */
public interface Ledger {

    /** Events in the ledger; what was stored a moment ago may not be among them yet. */
    long size();

    /**
     * The newest checkpoint.
     *
     * @throws dk.effektspor.platform.web.Problem 404 {@code ledger.no-checkpoint} before the first
     */
    SignedNote latest();

    /**
     * A checkpoint that covers everything stored when this was called.
     *
     * @throws dk.effektspor.platform.web.Problem 503 {@code ledger.behind} if that takes too long, 503 {@code
     *     ledger.stopped} while nothing is signed because the record was found changed
     */
    SignedNote checkpointNow();

    /** @throws dk.effektspor.platform.web.Problem 404 {@code ledger.unknown-event} */
    long position(String eventId);

    /** @throws dk.effektspor.platform.web.Problem 400 {@code ledger.out-of-range} */
    InclusionProof inclusion(long position, long size);

    /** @throws dk.effektspor.platform.web.Problem 400 {@code ledger.out-of-range} */
    ConsistencyProof consistency(long from, long to);

    /** The key checkpoints are signed with now. */
    VerifierKey key();
}
