package dk.effektspor.query;

import dk.effektspor.query.clocks.Fact;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;

/** A projection that was fed some facts of a case counts them from 1; gives back the numbers they have in the case. */
final class OwnNumbers {

    private static final Set<String> NUMBERS = Set.of("version", "decidedIn", "corrects", "correctedBy");

    private OwnNumbers() {}

    static void giveBack(JsonNode told, List<Fact> fed) {
        told.properties().forEach(field -> {
            if (!NUMBERS.contains(field.getKey())) {
                giveBack(field.getValue(), fed);
            } else if (field.getValue() instanceof ArrayNode numbers) {
                for (int i = 0; i < numbers.size(); i++) {
                    numbers.set(i, own(numbers.get(i), fed));
                }
            } else if (field.getValue().isNumber()) {
                field.setValue(own(field.getValue(), fed));
            }
        });
        told.values().stream().filter(value -> told.isArray()).forEach(value -> giveBack(value, fed));
    }

    private static JsonNode own(JsonNode number, List<Fact> fed) {
        return IntNode.valueOf(
                Math.toIntExact(fed.get(number.asInt() - 1).recorded().version()));
    }
}
