package dk.effektspor.query.audit.bundle;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads what {@link LineWriter} writes, and nothing else: one byte amiss and it is no line. */
final class LineReader {

    private static final long LARGEST = (1L << 53) - 1;

    private final String line;
    private int at;
    private boolean first;

    /** @throws Malformed unless the bytes are UTF-8 */
    LineReader(ByteBuffer bytes) {
        try {
            line = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new Malformed();
        }
    }

    /** The line is not in its form. */
    static final class Malformed extends RuntimeException {
        Malformed() {
            super("Not a line of a bundle", null, false, false);
        }
    }

    String kind() {
        literal("{\"line\":");
        return quoted();
    }

    /** @return what was read, if the line ends here */
    <T> T ended(T read) {
        literal("}");
        if (at != line.length()) {
            throw new Malformed();
        }
        return read;
    }

    String text(String name) {
        name(name);
        return quoted();
    }

    @Nullable
    String textOrNull(String name) {
        name(name);
        if (line.startsWith("null", at)) {
            at += 4;
            return null;
        }
        return quoted();
    }

    long number(String name) {
        name(name);
        return whole();
    }

    List<String> texts(String name) {
        return list(name, this::quoted);
    }

    List<Integer> numbers(String name) {
        return list(name, () -> {
            long number = whole();
            if (number > Integer.MAX_VALUE) {
                throw new Malformed();
            }
            return (int) number;
        });
    }

    <T> List<T> objects(String name, Supplier<T> members) {
        return list(name, () -> {
            literal("{");
            first = true;
            T read = members.get();
            literal("}");
            return read;
        });
    }

    /** Whether this member comes next. */
    boolean hasNext(String name) {
        return line.startsWith("\"" + name + "\":", at + 1);
    }

    private <T> List<T> list(String name, Supplier<T> element) {
        name(name);
        literal("[");
        List<T> read = new ArrayList<>();
        while (!line.startsWith("]", at)) {
            if (!read.isEmpty()) {
                literal(",");
            }
            read.add(element.get());
        }
        at++;
        return read;
    }

    private void name(String name) {
        if (!first) {
            literal(",");
        }
        first = false;
        literal("\"" + name + "\":");
    }

    private long whole() {
        int start = at;
        while (at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9') {
            at++;
        }
        int digits = at - start;
        if (digits == 0 || digits > 16 || (digits > 1 && line.charAt(start) == '0')) {
            throw new Malformed();
        }
        long number = Long.parseLong(line, start, at, 10);
        if (number > LARGEST) {
            throw new Malformed();
        }
        return number;
    }

    private String quoted() {
        literal("\"");
        int start = at;
        StringBuilder unescaped = null;
        while (true) {
            if (at >= line.length()) {
                throw new Malformed();
            }
            char c = line.charAt(at);
            if (c == '"') {
                break;
            }
            if (c < ' ') {
                throw new Malformed();
            }
            if (c == '\\') {
                unescaped = unescaped == null ? new StringBuilder() : unescaped;
                unescaped.append(line, start, at).append(escaped());
                start = at;
            } else {
                at++;
            }
        }
        String rest = line.substring(start, at++);
        return unescaped == null ? rest : unescaped.append(rest).toString();
    }

    /** An escape is read only where, and as, it would have been written. */
    private char escaped() {
        int length = line.startsWith("\\u", at) ? 6 : 2;
        if (at + length > line.length()) {
            throw new Malformed();
        }
        String escape = line.substring(at, at + length);
        char c = unescape(escape);
        if (!escape.equals(LineWriter.escape(c))) {
            throw new Malformed();
        }
        at += length;
        return c;
    }

    private static char unescape(String escape) {
        return switch (escape.charAt(1)) {
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> control(escape);
            default -> escape.charAt(1);
        };
    }

    private static char control(String escape) {
        try {
            return (char) HexFormat.fromHexDigits(escape, 2, 6);
        } catch (IllegalArgumentException e) {
            throw new Malformed();
        }
    }

    private void literal(String expected) {
        if (!line.startsWith(expected, at)) {
            throw new Malformed();
        }
        at += expected.length();
    }
}
