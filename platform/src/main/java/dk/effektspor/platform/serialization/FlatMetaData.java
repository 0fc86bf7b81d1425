package dk.effektspor.platform.serialization;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads metadata that hold nothing but texts, which is all that events are stored with. */
final class FlatMetaData {

    private static final JsonFactory JSON = JsonFactory.builder().build();

    private FlatMetaData() {}

    /** Null when the JSON is anything else, whoever reads it then finds out what. */
    static @Nullable MetaData read(byte[] json) {
        Map<String, String> texts = new HashMap<>();
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                if (parser.nextToken() != JsonToken.VALUE_STRING) {
                    return null;
                }
                texts.put(key, parser.getString());
            }
            return parser.nextToken() == null ? MetaData.from(texts) : null;
        } catch (JacksonException unreadable) {
            return null;
        }
    }
}
