package dk.effektspor.shared.citizen;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a ground on which a citizen's data must be kept for the time being. */
public record LegalHoldId(@JsonValue UUID value) {

    @JsonCreator
    public static LegalHoldId of(String value) {
        return new LegalHoldId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
