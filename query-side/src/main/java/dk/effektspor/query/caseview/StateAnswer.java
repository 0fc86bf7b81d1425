package dk.effektspor.query.caseview;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A case from one point of view: as its own address, its ladder and its compass tell it.
 *
 * @param on the date on which the position is taken
 * @param step the position on the Indsatstrappe, absent without an active intervention
 */
public record StateAnswer(
        long version,
        LocalDate on,
        @Nullable Integer step,
        CaseAnswer caseFile,
        LadderAnswer ladder,
        CompassAnswer compass) {

    public static StateAnswer of(CaseView view, LocalDate on) {
        return new StateAnswer(
                view.version(),
                on,
                CaseAnswer.position(view, on),
                CaseAnswer.of(view, on),
                LadderAnswer.of(view, on),
                CompassAnswer.of(view));
    }
}
