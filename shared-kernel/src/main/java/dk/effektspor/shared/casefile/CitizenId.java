package dk.effektspor.shared.casefile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a citizen without saying who it is; the CPR number is never a key. */
public record CitizenId(@JsonValue UUID value) {

    @JsonCreator
    public static CitizenId of(String value) {
        return new CitizenId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
