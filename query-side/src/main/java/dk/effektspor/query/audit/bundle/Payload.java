package dk.effektspor.query.audit.bundle;

import dk.effektspor.shared.privacy.SealedText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The strings in a stored payload, by JSON pointer, in the order in which they stand. Read without knowing the event, so
 * that what a later release stores can still be checked.
 */
public record Payload(Map<String, String> strings) {

    /** Long enough for what any sealed text has beside its text, so that a version such as 2.1 is not taken for one. */
    private static final Pattern SEALED = Pattern.compile("1\\.[A-Za-z0-9_-]{38,}|2\\.[A-Za-z0-9_-]{86,}");

    private static final JsonFactory JSON = new JsonFactory();

    /** The bytes are not one JSON object. */
    public static final class Unreadable extends Exception {
        Unreadable() {
            super("Not a JSON object", null, false, false);
        }
    }

    public static Payload of(byte[] json) throws Unreadable {
        Map<String, String> strings = new LinkedHashMap<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Unreadable();
            }
            while (!parser.streamReadContext().inRoot()) {
                if (parser.nextToken() == JsonToken.VALUE_STRING) {
                    strings.put(parser.streamReadContext().pathAsPointer().toString(), parser.getString());
                }
            }
            if (parser.nextToken() != null) {
                throw new Unreadable();
            }
        } catch (JacksonException e) {
            throw new Unreadable();
        }
        return new Payload(strings);
    }

    /** A string directly under the root, if it is there. */
    public @Nullable String top(String name) {
        return strings.get("/" + name);
    }

    /** The sealed texts among them. */
    public Map<String, SealedText> sealed() {
        Map<String, SealedText> sealed = new LinkedHashMap<>();
        strings.forEach((at, text) -> {
            if (SEALED.matcher(text).matches()) {
                sealed.put(at, new SealedText(text));
            }
        });
        return sealed;
    }
}
