package dk.effektspor.command.platform;

import dk.effektspor.platform.web.Problem;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of form only; each refusal is a 400 that names the field and never repeats its value. */
public final class Shape {

    static final int LONGEST_TEXT = 20_000;
    static final int LONGEST_CODE = 100;

    private static final Pattern CONTROLS = Pattern.compile("\\p{Cc}");
    private static final Pattern TEXT_CONTROLS = Pattern.compile("[\\p{Cc}&&[^\n\r\t]]");

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
        return bounded(field, required(field, value), LONGEST_TEXT, TEXT_CONTROLS);
    }

    /** A person's name, which stands on one line. */
    public static String name(String field, @Nullable String value) {
        return bounded(field, required(field, value), LONGEST_TEXT, CONTROLS);
    }

    /** Free text that may be left out, but not be empty. */
    public static @Nullable String optionalText(String field, @Nullable String value) {
        return value == null ? null : bounded(field, value, LONGEST_TEXT, TEXT_CONTROLS);
    }

    /** A catalogue code or user name that must be there. */
    public static String code(String field, @Nullable String value) {
        return bounded(field, required(field, value), LONGEST_CODE, CONTROLS);
    }

    /** A catalogue code that may be left out. */
    public static @Nullable String optionalCode(String field, @Nullable String value) {
        return value == null ? null : bounded(field, value, LONGEST_CODE, CONTROLS);
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

    private static String bounded(String field, String value, int longest, Pattern unwanted) {
        if (value.isBlank()) {
            throw Problem.invalidField(field, "required");
        }
        if (value.length() > longest) {
            throw Problem.invalidField(field, longest == LONGEST_TEXT ? "longest-text" : "longest-code");
        }
        // PostgreSQL chokes on one of them, terminals obey others, paper shows none; and no text needs them.
        if (unwanted.matcher(value).find()) {
            throw Problem.invalidField(field, "no-control-characters");
        }
        return value;
    }
}
