package dk.effektspor.query.caseview;

import dk.effektspor.query.platform.Recorded;
import dk.effektspor.shared.CaseEvent;
import java.time.LocalDate;
import java.util.List;

/**
 * A case as some of its events leave it, told as the API tells a case: for those who have the events and no view.
 *
 * @param on the date whose position on the ladder is told
 */
public record CaseState(CaseView view, LocalDate on) {

    /** An event and what is known of it beside its payload. */
    public record Step(CaseEvent event, Recorded recorded) {}

    /** What the API answers for the case, its ladder and its compass; sealed texts are still sealed. */
    public record Told(Object state, Object ladder, Object compass) {}

    /** @throws IllegalStateException unless the first event opens the case */
    public static CaseState after(List<Step> steps, LocalDate on) {
        CaseViewFold fold = new CaseViewFold();
        CaseView view = null;
        for (Step step : steps) {
            view = fold.apply(view, step.event(), step.recorded());
        }
        if (view == null) {
            throw new IllegalStateException("The case was never opened");
        }
        return new CaseState(view, on);
    }

    public Told told() {
        return new Told(CaseAnswer.of(view, on), LadderAnswer.of(view, on), CompassAnswer.of(view));
    }
}
