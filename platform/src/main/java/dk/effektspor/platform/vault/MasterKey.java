package dk.effektspor.platform.vault;

import dk.effektspor.platform.StartRefused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The one secret of an installation. It is never used itself: every purpose has a key of its own, derived as in HKDF's
 * expand step (HMAC-SHA-256 of the purpose's name), so that what one purpose gives away says nothing about another.
 *
 * <p>Data keys are wrapped with AES-GCM rather than AES-KW because GCM binds the wrapped key to the citizen's id: a row
 * whose key was swapped for another's does not open.
 */
final class MasterKey implements KeyedHash {

    static final int BYTES = 32;

    private final SecretKey wrapping;
    private final SecretKey cprHashing;
    private final byte[] recognising;
    private final byte[] checkValue;

    private MasterKey(byte[] secret) {
        wrapping = new SecretKeySpec(derive(secret, "wrap-data-key"), "AES");
        cprHashing = new SecretKeySpec(derive(secret, "hash-cpr"), "HmacSHA256");
        recognising = derive(secret, "recognise");
        checkValue = derive(secret, "check-value");
    }

    /**
     * Reads the key from base64.
     *
     * @param origin where it came from, for the sentence that refuses it
     */
    static MasterKey of(String base64, String origin) {
        byte[] secret;
        try {
            secret = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw refused(origin);
        }
        if (secret.length != BYTES) {
            throw refused(origin);
        }
        return new MasterKey(secret);
    }

    static String generate() {
        return Base64.getEncoder().encodeToString(Gcm.randomBytes(BYTES));
    }

    byte[] wrap(UUID citizen, SecretKey dataKey) {
        return Gcm.seal(wrapping, citizen, dataKey.getEncoded());
    }

    SecretKey unwrap(UUID citizen, byte[] wrapped) {
        return new SecretKeySpec(Gcm.open(wrapping, citizen, wrapped), "AES");
    }

    byte[] hash(Cpr cpr) {
        return hmac(cprHashing, cpr.digits());
    }

    @Override
    public String of(String purpose, byte[] content) {
        SecretKey key = new SecretKeySpec(derive(recognising, purpose), "HmacSHA256");
        return HexFormat.of().formatHex(hmac(key, content));
    }

    /** Recognises this key without giving it away. */
    byte[] checkValue() {
        return checkValue.clone();
    }

    private static byte[] derive(byte[] secret, String purpose) {
        return hmac(new SecretKeySpec(secret, "HmacSHA256"), "effektspor/vault/1/" + purpose + "\u0001");
    }

    private static byte[] hmac(SecretKey key, String text) {
        return hmac(key, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(SecretKey key, byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA-256", e);
        }
    }

    private static StartRefused refused(String origin) {
        return new StartRefused(
                "Hovednøglen i " + origin + " er ikke gyldig: den skal være 32 byte i base64 (44 tegn).",
                "The master key in " + origin + " is not valid: it must be 32 bytes in base64 (44 characters).");
    }
}
