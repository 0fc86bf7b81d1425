package dk.effektspor.query;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What a document holds: the names of its fields, of those in the JSON in it too, with their types and no values. */
final class Shape {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Set<String> lines = new TreeSet<>();

    private Shape() {}

    static Set<String> of(Document document) {
        Shape shape = new Shape();
        shape.add("", document);
        return shape.lines;
    }

    private void add(String path, @Nullable Object value) {
        if (path.endsWith("/payload")) {
            // An event as it was stored, which has a revision of its own.
            lines.add(path);
        } else if (value instanceof Map<?, ?> fields) {
            fields.forEach((name, inner) -> add(path + "/" + name, inner));
        } else if (value instanceof List<?> all) {
            all.forEach(one -> add(path + "[]", one));
        } else if (value instanceof String text && text.startsWith("{")) {
            add(path + " as JSON", parsed(text));
        } else if (value instanceof Binary packed) {
            // Whatever is packed begins with the number of its packing.
            lines.add(path + " packed as " + packed.getData()[0]);
        } else if (value != null) {
            lines.add(path + " " + value.getClass().getSimpleName());
        }
    }

    private static Object parsed(String text) {
        try {
            return JSON.readValue(text, Map.class);
        } catch (JacksonException notJson) {
            throw new AssertionError(text, notJson);
        }
    }
}
