package dk.effektspor.query.audit.replay;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The fields of a tree by their paths. Elements that have an id go by it and not by their place, which others may shift. */
final class Fields {

    private static final List<String> IDS =
            List.of("interventionId", "scoringId", "meetingId", "goalId", "dimension", "to", "version");

    private Fields() {}

    static SortedMap<String, JsonNode> of(String under, JsonNode tree) {
        SortedMap<String, JsonNode> fields = new TreeMap<>();
        collect(under, tree, fields);
        return fields;
    }

    private static void collect(String path, JsonNode node, SortedMap<String, JsonNode> fields) {
        if (node.isObject()) {
            node.properties().forEach(child -> collect(path + "/" + child.getKey(), child.getValue(), fields));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "/" + name(node.get(i), i), node.get(i), fields);
            }
        } else {
            fields.put(path, node);
        }
    }

    private static String name(JsonNode element, int place) {
        for (String id : IDS) {
            JsonNode named = element.path(id);
            if (named.isString() || named.isIntegralNumber()) {
                return named.asString();
            }
        }
        return Integer.toString(place);
    }
}
