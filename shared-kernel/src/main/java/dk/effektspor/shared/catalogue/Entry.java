package dk.effektspor.shared.catalogue;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a catalogue file that knows its line, so that every later complaint can name it.
 *
 * @param value a map of entries, a list of entries, a string, a number, a boolean or null
 */
record Entry(String file, int line, @Nullable Object value) {

    BadCatalogue bad(String rule) {
        return new BadCatalogue(file, line, rule);
    }

    /** The entry as an object with no fields but these. */
    Entry only(String... fields) {
        Set<String> unknown = new TreeSet<>(fields().keySet());
        unknown.removeAll(Arrays.asList(fields));
        for (String field : unknown) {
            throw required(field).bad("unknown field '" + field + "'");
        }
        return this;
    }

    @SuppressWarnings("unchecked") // The reader builds no other maps.
    Map<String, Entry> fields() {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Entry>) map;
        }
        throw bad("an object is expected here");
    }

    @SuppressWarnings("unchecked") // The reader builds no other lists.
    List<Entry> items() {
        if (value instanceof List<?> list) {
            return (List<Entry>) list;
        }
        throw bad("a list is expected here");
    }

    @Nullable
    Entry field(String name) {
        Entry found = fields().get(name);
        return found == null || found.value() == null ? null : found;
    }

    Entry required(String name) {
        Entry found = field(name);
        if (found == null) {
            throw bad("the field '" + name + "' is missing");
        }
        return found;
    }

    String text() {
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw bad("a text is expected here");
    }

    String text(String name) {
        return required(name).text();
    }

    /** A code stays the same in every language and fits in a URL. */
    String code(String name) {
        Entry found = required(name);
        if (!found.text().matches("[A-Za-z0-9][A-Za-z0-9.-]*")) {
            throw found.bad("the " + name + " '" + found.text() + "' may hold only A-Z, a-z, 0-9, '.' and '-'");
        }
        return found.text();
    }

    List<String> texts(String name) {
        Entry found = field(name);
        List<String> texts = new ArrayList<>();
        if (found != null) {
            for (Entry item : found.items()) {
                if (texts.contains(item.text())) {
                    throw item.bad("'" + item.text() + "' stands twice in '" + name + "'");
                }
                texts.add(item.text());
            }
        }
        return texts;
    }

    int whole(String name) {
        Entry found = required(name);
        if (found.value() instanceof Integer whole) {
            return whole;
        }
        throw found.bad("'" + name + "' must be a whole number");
    }

    @Nullable
    Integer wholeIfAny(String name) {
        return field(name) == null ? null : Integer.valueOf(whole(name));
    }

    boolean flag(String name) {
        Entry found = required(name);
        if (found.value() instanceof Boolean flag) {
            return flag;
        }
        throw found.bad("'" + name + "' must be true or false");
    }

    <E extends Enum<E>> E oneOf(Class<E> type, String name) {
        Entry found = required(name);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(found.text())) {
                return constant;
            }
        }
        throw found.bad(
                "'" + name + "' must be one of " + Arrays.toString(type.getEnumConstants()) + ", not " + found.text());
    }

    Text name() {
        Entry name = required("name").only("da", "en");
        return new Text(name.text("da"), name.text("en"));
    }

    Validity validity() {
        LocalDate from = date("validFrom");
        LocalDate to = date("validTo");
        if (from != null && to != null && to.isBefore(from)) {
            throw required("validTo").bad("it ends on " + to + ", before it begins on " + from);
        }
        return new Validity(from, to);
    }

    private @Nullable LocalDate date(String name) {
        Entry found = field(name);
        if (found == null) {
            return null;
        }
        try {
            return LocalDate.parse(found.text());
        } catch (DateTimeParseException e) {
            throw found.bad("'" + name + "' must be a date like 2024-01-31, not " + found.text());
        }
    }
}
