package dk.effektspor.command.importing;

import com.fasterxml.jackson.annotation.JsonProperty;
import dk.effektspor.command.platform.Shape;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One line of an import file (docs/import.md).
 *
 * @param id unique in the file
 * @param caseNumber the municipality's case number, {@code case} in the file
 * @param recordedAt when the former system recorded the fact
 * @param by who recorded it there
 * @param data the body the API would be sent
 */
record ImportLine(
        @Nullable String id,
        @JsonProperty("case") @Nullable String caseNumber,
        @Nullable String type,
        @Nullable Instant recordedAt,
        @Nullable String by,
        @Nullable String intervention,
        @Nullable String newIntervention,
        @Nullable String scoring,
        @Nullable JsonNode data) {

    /** What every line must have, whatever it says. */
    void check() {
        Shape.code("id", id);
        Shape.code("case", caseNumber);
        Shape.code("type", type);
        Shape.required("data", data);
        Shape.optionalCode("by", by);
        Shape.optionalCode("intervention", intervention);
        Shape.optionalCode("newIntervention", newIntervention);
        Shape.optionalCode("scoring", scoring);
    }
}
