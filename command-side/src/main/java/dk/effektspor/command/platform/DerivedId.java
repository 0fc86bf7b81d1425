package dk.effektspor.command.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Ids that follow from what they stand for (UUID version 5), so that a repeated request names the same things. */
public final class DerivedId {

    private static final UUID EFFEKTSPOR = UUID.fromString("5b1a3c0e-7f0d-5d7e-9a51-0e5f6b7c2d10");

    private DerivedId() {}

    /** The id of these parts in this order. */
    public static UUID of(String... parts) {
        MessageDigest sha1 = digest("SHA-1");
        sha1.update(ByteBuffer.allocate(16)
                .putLong(EFFEKTSPOR.getMostSignificantBits())
                .putLong(EFFEKTSPOR.getLeastSignificantBits())
                .array());
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            // Lengths keep ("a", "bc") and ("ab", "c") apart.
            sha1.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
            sha1.update(bytes);
        }
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest());
        long high = hash.getLong() & 0xffffffffffff0fffL | 0x0000000000005000L;
        long low = hash.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has " + algorithm, e);
        }
    }
}
