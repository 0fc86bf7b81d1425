package dk.effektspor.demo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One line of an import file ({@code docs/import.md}). */
record Line(
        String id,
        String caseNumber,
        String type,
        Instant recordedAt,
        String by,
        @Nullable String intervention,
        @Nullable String newIntervention,
        @Nullable String scoring,
        Map<String, Object> data) {

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("case", caseNumber);
        json.put("type", type);
        json.put("recordedAt", recordedAt.toString());
        json.put("by", by);
        if (intervention != null) {
            json.put("intervention", intervention);
        }
        if (newIntervention != null) {
            json.put("newIntervention", newIntervention);
        }
        if (scoring != null) {
            json.put("scoring", scoring);
        }
        json.put("data", data);
        return json;
    }
}
