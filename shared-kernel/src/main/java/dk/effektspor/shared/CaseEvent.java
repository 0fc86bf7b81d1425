package dk.effektspor.shared;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dk.effektspor.shared.casefile.CaseId;
import java.time.LocalDate;

/**
 * A fact of one case. It happened on {@link #effectiveOn()} (virkning); when it was recorded (registrering) is the
 * event message's own timestamp, so that the two clocks can never be confused.
 *
 * <p>The families are the sealed types in {@link CaseEvents#FAMILIES}.
 */
public interface CaseEvent {

    CaseId caseId();

    /** The date on which the fact holds in the citizen's life; may lie before the recording time. */
    LocalDate effectiveOn();

    /** The name under which the event is stored, e.g. {@code case.opened}. */
    @JsonIgnore
    default String eventName() {
        return CaseEvents.nameOf(getClass());
    }
}
