package dk.effektspor.shared.citizen;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a request that a citizen be forgotten. */
public record ErasureRequestId(@JsonValue UUID value) {

    @JsonCreator
    public static ErasureRequestId of(String value) {
        return new ErasureRequestId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
