package dk.effektspor.platform.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM with a random 96-bit nonce in front, bound to one citizen's id. */
final class Gcm {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Gcm() {}

    static byte[] seal(SecretKey key, UUID citizen, byte[] clear) {
        byte[] nonce = randomBytes(NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, 0, citizen).doFinal(clear);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot encrypt with AES-256-GCM", e);
        }
    }

    static byte[] open(SecretKey key, UUID citizen, byte[] sealed) {
        if (sealed.length < NONCE_BYTES + TAG_BITS / 8) {
            throw new DoesNotOpen();
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, key, sealed, 0, citizen)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new DoesNotOpen();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot decrypt with AES-256-GCM", e);
        }
    }

    static byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, int offset, UUID citizen)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, offset, NONCE_BYTES));
        cipher.updateAAD(ByteBuffer.allocate(16)
                .putLong(citizen.getMostSignificantBits())
                .putLong(citizen.getLeastSignificantBits())
                .array());
        return cipher;
    }

    /** Changed since it was sealed, or sealed for another citizen or under another key. */
    static final class DoesNotOpen extends RuntimeException {
        DoesNotOpen() {
            super("The sealed value does not open under this citizen's key");
        }
    }
}
