package dk.effektspor.shared;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;

/**
 * A fact the record keeps for ever. It happened on {@link #effectiveOn()} (virkning); when it was recorded
 * (registrering) is the event message's own timestamp, so that the two clocks can never be confused.
 *
 * <p>The families are the sealed types in {@link RecordEvents#FAMILIES}.
 */
public interface RecordEvent {

    /** The date on which the fact holds; may lie before the recording time. */
    LocalDate effectiveOn();

    /** The name under which the event is stored, e.g. {@code case.opened}. */
    @JsonIgnore
    default String eventName() {
        return RecordEvents.nameOf(getClass());
    }
}
