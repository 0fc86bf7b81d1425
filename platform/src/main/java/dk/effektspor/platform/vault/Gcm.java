package dk.effektspor.platform.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM bound to one citizen's id, with a random 96-bit nonce in front or one the caller gives. */
final class Gcm {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALGORITHM = "AES/GCM/NoPadding";

    /** Looked up once: finding who provides it takes longer than opening a text. */
    private static final Provider PROVIDER = provider();

    private Gcm() {}

    static byte[] seal(SecretKey key, UUID citizen, byte[] clear) {
        byte[] nonce = randomBytes(NONCE_BYTES);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, citizen).doFinal(clear);
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
        return opened(() -> cipher(Cipher.DECRYPT_MODE, key, sealed, citizen)
                .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
    }

    /** Ciphertext and tag after a head that is bound to them and begins with the nonce. */
    static byte[] sealAfter(byte[] head, SecretKey key, UUID citizen, byte[] clear) {
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, head, citizen);
            cipher.updateAAD(head);
            byte[] sealed = cipher.doFinal(clear);
            return ByteBuffer.allocate(head.length + sealed.length)
                    .put(head)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot encrypt with AES-256-GCM", e);
        }
    }

    /** What {@link #sealAfter} sealed after a head of so many bytes. */
    static byte[] openAfter(int head, SecretKey key, UUID citizen, byte[] sealed) {
        if (sealed.length < head + TAG_BITS / 8) {
            throw new DoesNotOpen();
        }
        return opened(() -> {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, sealed, citizen);
            cipher.updateAAD(sealed, 0, head);
            return cipher.doFinal(sealed, head, sealed.length - head);
        });
    }

    private interface Opening {
        byte[] open() throws GeneralSecurityException;
    }

    private static byte[] opened(Opening opening) {
        try {
            return opening.open();
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

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, UUID citizen) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM, PROVIDER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
        cipher.updateAAD(ByteBuffer.allocate(16)
                .putLong(citizen.getMostSignificantBits())
                .putLong(citizen.getLeastSignificantBits())
                .array());
        return cipher;
    }

    private static Provider provider() {
        try {
            return Cipher.getInstance(ALGORITHM).getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-256-GCM", e);
        }
    }

    /** Changed since it was sealed, or sealed for another citizen or under another key. */
    static final class DoesNotOpen extends RuntimeException {
        DoesNotOpen() {
            super("The sealed value does not open under this citizen's key");
        }
    }
}
