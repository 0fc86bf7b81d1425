package dk.effektspor.query.audit.bundle;

import java.util.Collection;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes one line of a bundle: a JSON object whose members come in a fixed order, in the one way they can be written. */
final class LineWriter {

    private final StringBuilder line = new StringBuilder(256);

    private LineWriter() {}

    static String line(String kind, Consumer<LineWriter> members) {
        LineWriter writer = new LineWriter();
        writer.line.append("{\"line\":");
        writer.quoted(kind);
        members.accept(writer);
        return writer.line.append('}').toString();
    }

    LineWriter text(String name, @Nullable String value) {
        name(name);
        if (value == null) {
            line.append("null");
        } else {
            quoted(value);
        }
        return this;
    }

    LineWriter number(String name, long value) {
        name(name);
        line.append(value);
        return this;
    }

    LineWriter texts(String name, Collection<String> values) {
        return list(name, values, this::quoted);
    }

    LineWriter numbers(String name, Collection<Integer> values) {
        return list(name, values, line::append);
    }

    /** A list of objects; the first member's comma is ours to leave out. */
    <T> LineWriter objects(String name, Collection<T> values, Consumer<T> members) {
        return list(name, values, value -> {
            int start = line.length();
            members.accept(value);
            line.setCharAt(start, '{');
            line.append('}');
        });
    }

    private <T> LineWriter list(String name, Collection<T> values, Consumer<T> write) {
        name(name);
        line.append('[');
        boolean first = true;
        for (T value : values) {
            if (!first) {
                line.append(',');
            }
            write.accept(value);
            first = false;
        }
        line.append(']');
        return this;
    }

    private void name(String name) {
        line.append(",\"").append(name).append("\":");
    }

    private void quoted(String text) {
        line.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String escape = escape(c);
            if (escape == null) {
                line.append(c);
            } else {
                line.append(escape);
            }
        }
        line.append('"');
    }

    /** As ECMAScript's JSON.stringify does it, so that a reader in that language can compare. */
    static @Nullable String escape(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> c < ' ' ? "\\u" + HexFormat.of().toHexDigits(c) : null;
        };
    }
}
