package dk.effektspor.shared.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads a catalogue file token by token, because a tree of Jackson's own forgets the lines. */
final class EntryReader {

    private static final JsonFactory JSON = new JsonFactory();

    private final String file;
    private final JsonParser parser;

    private EntryReader(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static Entry read(String file, @Nullable InputStream in) throws IOException {
        if (in == null) {
            throw new BadCatalogue(file, 0, "the file is missing");
        }
        try (in;
                JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            EntryReader reader = new EntryReader(file, parser);
            parser.nextToken();
            Entry entry = reader.entry();
            if (parser.nextToken() != null) {
                throw reader.bad("the file goes on after its end");
            }
            return entry;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw new BadCatalogue(file, Math.max(line, 0), "no JSON: " + e.getOriginalMessage());
        }
    }

    private Entry entry() {
        int line = line();
        return new Entry(file, line, value());
    }

    private @Nullable Object value() {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw bad("the file is empty");
        }
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getIntValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            default -> throw bad("unexpected " + token);
        };
    }

    private Map<String, Entry> object() {
        Map<String, Entry> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (fields.containsKey(name)) {
                throw bad("'" + name + "' stands twice in one object");
            }
            parser.nextToken();
            fields.put(name, entry());
        }
        return fields;
    }

    private List<Entry> list() {
        List<Entry> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(entry());
        }
        return items;
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private BadCatalogue bad(String rule) {
        return new BadCatalogue(file, Math.max(line(), 1), rule);
    }
}
