package dk.effektspor.shared.forandringskompas;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies one scoring of a citizen on a Forandringskompas. */
public record ScoringId(@JsonValue UUID value) {

    @JsonCreator
    public static ScoringId of(String value) {
        return new ScoringId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
