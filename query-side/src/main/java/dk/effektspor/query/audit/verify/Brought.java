package dk.effektspor.query.audit.verify;

import dk.effektspor.query.ledger.proof.SignedNote;
import dk.effektspor.query.ledger.proof.VerifierKey;
import org.jspecify.annotations.Nullable;

/**
 * What the reader brings along from elsewhere.
 *
 * @param key the verifier key they trust
 * @param earlier a checkpoint they kept from an earlier visit
 */
public record Brought(@Nullable VerifierKey key, @Nullable SignedNote earlier) {

    /** Nothing: the bundle is held against itself only. */
    public static final Brought NOTHING = new Brought(null, null);
}
