package dk.effektspor.shared.casefile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a note in a case. */
public record NoteId(@JsonValue UUID value) {

    @JsonCreator
    public static NoteId of(String value) {
        return new NoteId(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
