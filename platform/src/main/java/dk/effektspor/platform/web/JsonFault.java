package dk.effektspor.platform.web;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Tells what is wrong with a JSON body: where, and what should stand there. Never what stands there: it may be personal
 * data, and so may a key that we do not know.
 */
final class JsonFault {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");
    private static final Set<Class<?>> INTEGERS =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class, BigInteger.class);
    private static final Set<Class<?>> NUMBERS =
            Set.of(double.class, Double.class, float.class, Float.class, BigDecimal.class);
    private static final Set<Class<?>> FLAGS = Set.of(boolean.class, Boolean.class);

    private JsonFault() {}

    static Problem of(JacksonException fault) {
        String field = path(fault.getPath());
        if (fault instanceof UnrecognizedPropertyException) {
            return new Problem(400, "request.unknown-field", Map.of("field", field));
        }
        if (field.isEmpty()) {
            TokenStreamLocation at = fault.getLocation();
            return at == null || at.getLineNr() < 1
                    ? new Problem(400, "request.unreadable", Map.of("line", 1, "column", 1))
                    : new Problem(
                            400, "request.unreadable", Map.of("line", at.getLineNr(), "column", at.getColumnNr()));
        }
        Map<String, Object> facts = new HashMap<>();
        facts.put("field", field);
        facts.put("rule", rule(fault));
        List<String> allowed = allowed(fault);
        if (!allowed.isEmpty()) {
            facts.put("allowed", allowed);
            return new Problem(400, "request.unknown-value", facts);
        }
        return new Problem(400, "request.invalid-field", facts);
    }

    /** For example {@code scores[3].score}. */
    private static String path(List<JacksonException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference reference : references) {
            String name = reference.getPropertyName();
            if (name == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(NAME.matcher(name).matches() ? name : "?");
            }
        }
        return path.toString();
    }

    private static String rule(JacksonException fault) {
        if (fault instanceof InvalidNullException) {
            return "required";
        }
        if (!(fault instanceof MismatchedInputException mismatch) || mismatch.getTargetType() == null) {
            return "value";
        }
        if (String.valueOf(mismatch.getOriginalMessage()).startsWith("Missing required creator property")) {
            return "required";
        }
        return typeRule(mismatch.getTargetType());
    }

    /** The rule a value of a type must keep; also for parameters of the path and the query. */
    static String typeRule(Class<?> type) {
        if (type.isEnum()) {
            return "one-of";
        }
        if (INTEGERS.contains(type)) {
            return "integer";
        }
        if (NUMBERS.contains(type)) {
            return "number";
        }
        if (FLAGS.contains(type)) {
            return "boolean";
        }
        if (type == String.class) {
            return "text";
        }
        if (type == LocalDate.class) {
            return "date";
        }
        if (Temporal.class.isAssignableFrom(type)) {
            return "time";
        }
        if (type == UUID.class) {
            return "uuid";
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "list";
        }
        return "value";
    }

    /** The constants of an enum, in the form the API writes them. */
    static List<String> constants(@Nullable Class<?> type) {
        if (type == null || !type.isEnum()) {
            return List.of();
        }
        return Arrays.stream(type.getEnumConstants())
                .map(c -> ((Enum<?>) c).name())
                .toList();
    }

    private static List<String> allowed(JacksonException fault) {
        return fault instanceof MismatchedInputException mismatch ? constants(mismatch.getTargetType()) : List.of();
    }
}
