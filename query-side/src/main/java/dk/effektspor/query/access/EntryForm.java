package dk.effektspor.query.access;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry as bytes, the same everywhere and for ever; {@code docs/access-log.md} specifies them. */
final class EntryForm {

    private static final byte[] VERSION_1 = "effektspor-access/1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int ABSENT = 0xFFFFFFFF;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    private EntryForm() {
        bytes.writeBytes(VERSION_1);
    }

    static byte[] bytes(long position, Instant seenAt, Look look) {
        Look.Who who = look.who();
        return new EntryForm()
                .field(Long.toString(position))
                .field(TIME.format(seenAt))
                .field(who.actor())
                .field(who.role())
                .field(who.unit())
                .field(who.client())
                .field(who.correlation())
                .field(look.operation())
                .field(look.request())
                .field(look.purpose())
                .field(Integer.toString(look.status()))
                .field(Integer.toString(look.others()))
                .field(look.cases())
                .field(look.citizens())
                .bytes
                .toByteArray();
    }

    /** The hash of an entry that follows another's hash. */
    static String hash(String before, byte[] entry) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(HexFormat.of().parseHex(before));
            return HexFormat.of().formatHex(sha.digest(entry));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private EntryForm field(@Nullable String text) {
        if (text == null) {
            return length(ABSENT);
        }
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        length(encoded.length).bytes.writeBytes(encoded);
        return this;
    }

    private EntryForm field(List<UUID> ids) {
        length(ids.size() * 16);
        ids.forEach(id -> bytes.writeBytes(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array()));
        return this;
    }

    private EntryForm length(int length) {
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
        return this;
    }
}
