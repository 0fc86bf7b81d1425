package dk.effektspor.query.audit.bundle;

import dk.effektspor.query.ledger.proof.Hash;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The text at the end of a bundle that is signed. Its second line is no number, so it can never pass for a checkpoint. */
public final class EndNote {

    private EndNote() {}

    /** The text for a bundle with this header whose bytes before the end have this hash. */
    public static String text(Line.Header header, Hash hash) {
        return Line.FORMAT + "\n" + header.caseId() + "\n" + header.events() + "\n" + hash.base64() + "\n";
    }

    /** The hash of the first so many bytes. */
    public static Hash hash(byte[] file, int length) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(file, 0, length);
            return new Hash(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
