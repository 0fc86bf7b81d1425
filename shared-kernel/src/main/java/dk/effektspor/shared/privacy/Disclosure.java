package dk.effektspor.shared.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * What it takes to show that a sealed text says this: the text and the salt it was committed to with. A sealed text of
 * format 2 begins with SHA-256 of the byte 2, the salt and the text in UTF-8. Nobody guesses a text from that without the
 * salt, which is sealed with it, and so is gone when the citizen's key is.
 *
 * @param salt 16 bytes in base64url without padding
 */
public record Disclosure(String salt, String text) {

    /** Bytes of a salt. */
    public static final int SALT_BYTES = 16;

    /** Bytes of a commitment. */
    public static final int COMMITMENT_BYTES = 32;

    private static final String FORMAT = "2.";

    public Disclosure {
        byte[] bytes = Base64.getUrlDecoder().decode(salt);
        if (bytes.length != SALT_BYTES || !text(bytes).equals(salt)) {
            throw new IllegalArgumentException("A salt is 16 bytes in base64url, written in the one way there is");
        }
    }

    public static Disclosure of(byte[] salt, String text) {
        return new Disclosure(text(salt), text);
    }

    /** What a text sealed with this salt begins with. */
    public byte[] commitment() {
        byte[] bytes = text.getBytes(UTF_8);
        return commitment(ByteBuffer.allocate(SALT_BYTES + bytes.length)
                .put(Base64.getUrlDecoder().decode(salt))
                .put(bytes)
                .array());
    }

    /** @param salted a salt and the text after it, in UTF-8 */
    public static byte[] commitment(byte[] salted) {
        MessageDigest sha256 = sha256();
        sha256.update((byte) 2);
        return sha256.digest(salted);
    }

    /** Whether this is what was sealed; needs no key. Of a text of format 1 nobody can show that. */
    public boolean proves(SealedText sealed) {
        byte[] bytes = bytes(sealed);
        return bytes.length >= COMMITMENT_BYTES
                && MessageDigest.isEqual(Arrays.copyOf(bytes, COMMITMENT_BYTES), commitment());
    }

    /** Whether a text can be shown to be what was sealed. */
    public static boolean isPossible(SealedText sealed) {
        return sealed.ciphertext().startsWith(FORMAT);
    }

    private static byte[] bytes(SealedText sealed) {
        if (!isPossible(sealed)) {
            return new byte[0];
        }
        try {
            return Base64.getUrlDecoder().decode(sealed.ciphertext().substring(FORMAT.length()));
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static String text(byte[] salt) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(salt);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /** The text stays out of logs. */
    @Override
    public String toString() {
        return "disclosure";
    }
}
