package dk.effektspor.platform.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.effektspor.shared.privacy.Disclosure;
import dk.effektspor.shared.privacy.SealedText;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;

/**
 * The two formats of a sealed text under one data key. Format 2 takes its nonce from the commitment, which a fresh salt
 * makes unlike any other, and binds the commitment to the ciphertext: whoever opens the text gets what was committed to.
 */
final class Sealing {

    private static final String FIRST = "1.";
    private static final String SECOND = "2.";

    private Sealing() {}

    static SealedText seal(SecretKey key, UUID citizen, String clear) {
        byte[] salt = Gcm.randomBytes(Disclosure.SALT_BYTES);
        byte[] text = clear.getBytes(UTF_8);
        byte[] salted = ByteBuffer.allocate(salt.length + text.length)
                .put(salt)
                .put(text)
                .array();
        byte[] commitment = Disclosure.commitment(salted);
        return new SealedText(SECOND
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Gcm.sealAfter(commitment, key, citizen, salted)));
    }

    static String open(SecretKey key, UUID citizen, SealedText sealed) {
        return sealed.ciphertext().startsWith(FIRST)
                ? new String(Gcm.open(key, citizen, bytes(sealed)), UTF_8)
                : text(salted(key, citizen, sealed));
    }

    /** Absent for a text of format 1, which commits to nothing. */
    static Optional<Disclosure> disclose(SecretKey key, UUID citizen, SealedText sealed) {
        if (!Disclosure.isPossible(sealed)) {
            return Optional.empty();
        }
        byte[] salted = salted(key, citizen, sealed);
        return Optional.of(Disclosure.of(Arrays.copyOf(salted, Disclosure.SALT_BYTES), text(salted)));
    }

    /** The salt and the text after it, as they were committed to. */
    private static byte[] salted(SecretKey key, UUID citizen, SealedText sealed) {
        byte[] bytes = bytes(sealed);
        byte[] salted = Gcm.openAfter(Disclosure.COMMITMENT_BYTES, key, citizen, bytes);
        byte[] commitment = Arrays.copyOf(bytes, Disclosure.COMMITMENT_BYTES);
        if (salted.length < Disclosure.SALT_BYTES
                || !MessageDigest.isEqual(commitment, Disclosure.commitment(salted))) {
            throw new Gcm.DoesNotOpen();
        }
        return salted;
    }

    private static String text(byte[] salted) {
        return new String(salted, Disclosure.SALT_BYTES, salted.length - Disclosure.SALT_BYTES, UTF_8);
    }

    private static byte[] bytes(SealedText sealed) {
        return Base64.getUrlDecoder().decode(sealed.ciphertext().substring(FIRST.length()));
    }
}
