package dk.effektspor.query.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An Ed25519 key that checks signatures of notes, written as {@code name+id+base64}.
 *
 * @param name whose key it is; for a log's own key, the log's origin
 * @param type {@link #LOG} or {@link #WITNESS}
 * @param key the 32 bytes
 */
public record VerifierKey(String name, byte type, byte[] key) {

    /** Signs the note's text. */
    public static final byte LOG = 1;

    /** Signs the note's text with the time of day: cosignature/v1. */
    public static final byte WITNESS = 4;

    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int SIGNATURE = 64;

    public VerifierKey {
        if (name.isEmpty() || name.chars().anyMatch(c -> Character.isWhitespace(c) || c == '+')) {
            throw new IllegalArgumentException("Not a key's name: " + name);
        }
        if (key.length != 32 || (type != LOG && type != WITNESS)) {
            throw new IllegalArgumentException("Not an Ed25519 key for notes");
        }
        key = key.clone();
    }

    /** @throws IllegalArgumentException unless it is exactly what {@link #text()} would write */
    public static VerifierKey parse(String text) {
        String[] parts = text.split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A verifier key is name+id+base64");
        }
        byte[] typed = StrictBase64.decoded(parts[2]);
        if (typed.length != 33) {
            throw new IllegalArgumentException("Not an Ed25519 key for notes");
        }
        VerifierKey read = new VerifierKey(parts[0], typed[0], Arrays.copyOfRange(typed, 1, 33));
        if (!read.text().equals(text)) {
            throw new IllegalArgumentException("The id is not that of the key");
        }
        return read;
    }

    public String text() {
        return name + "+" + id() + "+" + Base64.getEncoder().encodeToString(typed());
    }

    /** Four bytes in hex, by which a signature names its key. */
    public String id() {
        MessageDigest digest = Sha256.digest();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        return HexFormat.of().formatHex(digest.digest(typed()), 0, 4);
    }

    /** Whether this key has signed the note, and each signature that names it holds. */
    public boolean verify(SignedNote note) {
        boolean signed = false;
        for (SignedNote.Signature signature : note.signatures()) {
            if (signature.name().equals(name) && signature.keyId().equals(id())) {
                if (!verify(note.text(), signature.bytes())) {
                    return false;
                }
                signed = true;
            }
        }
        return signed;
    }

    /** Whether this is the key's signature of a note's text. */
    public boolean verify(String text, byte[] signature) {
        if (type == LOG) {
            return verify(text.getBytes(StandardCharsets.UTF_8), signature);
        }
        if (signature.length != 8 + SIGNATURE) {
            return false;
        }
        long time = ByteBuffer.wrap(signature).getLong();
        return verify(timed(text, time), Arrays.copyOfRange(signature, 8, signature.length));
    }

    /** What a witness signs. */
    static byte[] timed(String text, long time) {
        return ("cosignature/v1\ntime " + Long.toUnsignedString(time) + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }

    private boolean verify(byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE) {
            return false;
        }
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(publicKey());
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] encoded = Arrays.copyOf(X509, X509.length + 32);
        System.arraycopy(key, 0, encoded, X509.length, 32);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private byte[] typed() {
        byte[] typed = new byte[33];
        typed[0] = type;
        System.arraycopy(key, 0, typed, 1, 32);
        return typed;
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey verifier && text().equals(verifier.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
