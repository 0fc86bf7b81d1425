package dk.effektspor.command.platform;

import dk.effektspor.platform.web.Problem;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks of form only; each refusal is a 400 that names the field and never repeats its value. */
public final class Shape {

    static final int LONGEST_TEXT = 20_000;
    static final int LONGEST_CODE = 100;

    private Shape() {}

    /** A field that must be there. */
    public static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Problem.invalidField(field, "required");
        }
        return value;
    }

    /** Free text that must be there and say something. */
    public static String text(String field, @Nullable String value) {
        return bounded(field, required(field, value), LONGEST_TEXT);
    }

    /** Free text that may be left out, but not be empty. */
    public static @Nullable String optionalText(String field, @Nullable String value) {
        return value == null ? null : bounded(field, value, LONGEST_TEXT);
    }

    /** A catalogue code or user name that must be there. */
    public static String code(String field, @Nullable String value) {
        return bounded(field, required(field, value), LONGEST_CODE);
    }

    /** A catalogue code that may be left out. */
    public static @Nullable String optionalCode(String field, @Nullable String value) {
        return value == null ? null : bounded(field, value, LONGEST_CODE);
    }

    /** An id. */
    public static UUID uuid(String field, @Nullable String value) {
        return parsed(field, "uuid", required(field, value), UUID::fromString);
    }

    /** A value whose type knows its own form. */
    public static <T> T parsed(String field, String rule, String value, Function<String, T> parser) {
        try {
            return parser.apply(value);
        } catch (IllegalArgumentException e) {
            throw Problem.invalidField(field, rule);
        }
    }

    private static String bounded(String field, String value, int longest) {
        if (value.isBlank()) {
            throw Problem.invalidField(field, "required");
        }
        if (value.length() > longest) {
            throw Problem.invalidField(field, longest == LONGEST_TEXT ? "longest-text" : "longest-code");
        }
        // PostgreSQL and log readers choke on it, and no text needs it.
        if (value.indexOf('\0') >= 0) {
            throw Problem.invalidField(field, "no-control-characters");
        }
        return value;
    }
}
