package dk.effektspor.shared.indsatstrappe;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one intervention decision and the course it leads to. */
public record InterventionId(@JsonValue UUID value) {

    @JsonCreator
    public static InterventionId of(String value) {
        return new InterventionId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
