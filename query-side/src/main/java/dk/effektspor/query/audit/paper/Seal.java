package dk.effektspor.query.audit.paper;

import dk.effektspor.query.ledger.proof.Checkpoint;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.proof.SignedNote;
import dk.effektspor.query.ledger.proof.VerifierKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * What holds a paper to the record it was made of.
 *
 * @param checkpoint signed by the ledger; covers every registration the paper tells of
 * @param stream see {@link #streamHash}
 * @param events how many registrations that hash is made of
 */
record Seal(SignedNote checkpoint, VerifierKey key, Hash stream, long events) {

    /** SHA-256 over the leaf hashes of a case's registrations, 32 bytes each, in order from the first. */
    static Hash streamHash(List<Hash> leaves) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            leaves.forEach(leaf -> digest.update(leaf.bytes()));
            return new Hash(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    long size() {
        return Checkpoint.parse(checkpoint.text()).size();
    }

    Hash root() {
        return Checkpoint.parse(checkpoint.text()).root();
    }
}
