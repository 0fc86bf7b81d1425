package dk.effektspor.query.effect.facts;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes small numbers in few bytes; a code or an id is written out once and then named by number. */
final class PackedWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final Map<String, Integer> codes = new HashMap<>();
    private final Map<UUID, Integer> ids = new HashMap<>();

    byte[] bytes() {
        return bytes.toByteArray();
    }

    /** Bytes that were written before, from a place on. */
    void raw(byte[] written, int from) {
        bytes.write(written, from, written.length - from);
    }

    void small(int value) {
        bytes.write(value);
    }

    void flag(boolean value) {
        bytes.write(value ? 1 : 0);
    }

    /** A number that is not negative. */
    void number(long value) {
        long rest = value;
        while (rest > 0x7F) {
            bytes.write((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    void signed(long value) {
        number(value << 1 ^ value >> 63);
    }

    void uuid(UUID uuid) {
        fixed(uuid.getMostSignificantBits());
        fixed(uuid.getLeastSignificantBits());
    }

    void fixed(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes.write((int) (value >>> shift));
        }
    }

    void id(UUID id) {
        Integer known = ids.putIfAbsent(id, ids.size());
        number(known == null ? ids.size() - 1 : known);
        if (known == null) {
            uuid(id);
        }
    }

    void code(@Nullable String code) {
        if (code == null) {
            number(0);
            return;
        }
        Integer known = codes.putIfAbsent(code, codes.size());
        number(known == null ? codes.size() : known + 1);
        if (known == null) {
            byte[] text = code.getBytes(StandardCharsets.UTF_8);
            number(text.length);
            bytes.writeBytes(text);
        }
    }
}
