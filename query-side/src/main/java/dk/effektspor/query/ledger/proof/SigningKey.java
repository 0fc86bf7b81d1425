package dk.effektspor.query.ledger.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** An Ed25519 key that signs notes, with the key that checks its signatures. Never shown: its text is a secret. */
public final class SigningKey {

    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final PrivateKey key;
    private final VerifierKey verifier;

    private SigningKey(PrivateKey key, VerifierKey verifier) {
        this.key = key;
        this.verifier = verifier;
    }

    /** A new key for a log. */
    public static SigningKey generate(String name) {
        return generate(name, VerifierKey.LOG);
    }

    /** A new key of a log or a witness. */
    public static SigningKey generate(String name, byte type) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] encoded = pair.getPublic().getEncoded();
            byte[] raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
            return new SigningKey(pair.getPrivate(), new VerifierKey(name, type, raw));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no Ed25519", e);
        }
    }

    /**
     * Reads what {@link #secret()} wrote.
     *
     * @throws IllegalArgumentException if it is not a key, or its two halves do not belong together
     */
    public static SigningKey parse(String secret) {
        String[] lines = secret.strip().split("\n", -1);
        if (lines.length != 2) {
            throw new IllegalArgumentException("A signing key is two lines");
        }
        VerifierKey verifier = VerifierKey.parse(lines[1]);
        byte[] seed = StrictBase64.decoded(lines[0]);
        byte[] encoded = Arrays.copyOf(PKCS8, PKCS8.length + seed.length);
        System.arraycopy(seed, 0, encoded, PKCS8.length, seed.length);
        try {
            SigningKey read = new SigningKey(
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded)), verifier);
            if (!verifier.verify(new SignedNote("trial\n", List.of(read.sign("trial\n", 1))))) {
                throw new IllegalArgumentException("The verifier key is another key's");
            }
            return read;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 key", e);
        }
    }

    /** The key's seed in base64 and, on a line of its own, the verifier key. */
    public String secret() {
        byte[] encoded = key.getEncoded();
        byte[] seed = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
        return Base64.getEncoder().encodeToString(seed) + "\n" + verifier.text() + "\n";
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** Signs a log's note. */
    public SignedNote.Signature sign(String text) {
        return sign(text, 0);
    }

    /** Signs a note; a witness's key signs the time too, in seconds since 1970. */
    public SignedNote.Signature sign(String text, long time) {
        byte[] signature;
        if (verifier.type() == VerifierKey.LOG) {
            signature = signed(text.getBytes(StandardCharsets.UTF_8));
        } else {
            byte[] bare = signed(VerifierKey.timed(text, time));
            signature =
                    ByteBuffer.allocate(8 + bare.length).putLong(time).put(bare).array();
        }
        return new SignedNote.Signature(verifier.name(), verifier.id(), signature);
    }

    private byte[] signed(byte[] message) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(message);
            return ed25519.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot sign with Ed25519", e);
        }
    }

    @Override
    public String toString() {
        return "signing key of " + verifier;
    }
}
