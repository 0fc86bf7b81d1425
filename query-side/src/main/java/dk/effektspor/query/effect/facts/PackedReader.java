package dk.effektspor.query.effect.facts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what {@link PackedWriter} wrote. */
final class PackedReader {

    private final byte[] bytes;
    private final List<String> codes = new ArrayList<>();
    private final List<UUID> ids = new ArrayList<>();
    private int at;

    PackedReader(byte[] bytes) {
        this.bytes = bytes;
    }

    PackedReader from(int position) {
        at = position;
        return this;
    }

    int position() {
        return at;
    }

    int small() {
        return bytes[at++] & 0xFF;
    }

    boolean flag() {
        return small() != 0;
    }

    long number() {
        long value = 0;
        int shift = 0;
        while (true) {
            byte next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
            shift += 7;
        }
    }

    long signed() {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    UUID uuid() {
        return new UUID(fixed(), fixed());
    }

    long fixed() {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << 8 | small();
        }
        return value;
    }

    UUID id() {
        int number = (int) number();
        if (number == ids.size()) {
            ids.add(uuid());
        }
        return ids.get(number);
    }

    String code() {
        String code = codeOrNone();
        if (code == null) {
            throw new IllegalStateException("A code is missing");
        }
        return code;
    }

    @Nullable
    String codeOrNone() {
        int number = (int) number();
        if (number == 0) {
            return null;
        }
        if (number > codes.size()) {
            int length = (int) number();
            codes.add(new String(bytes, at, length, StandardCharsets.UTF_8));
            at += length;
        }
        return codes.get(number - 1);
    }
}
