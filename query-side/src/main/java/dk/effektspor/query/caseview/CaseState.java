package dk.effektspor.query.caseview;

import dk.effektspor.query.clocks.Fact;
import java.time.LocalDate;
import java.util.List;

/**
 * A case as some of its events leave it, told as the API tells a case: for those who have the events and no view.
 *
 * @param on the date whose position on the ladder is told
 */
public record CaseState(CaseView view, LocalDate on) {

    /** What the API answers for the case, its ladder and its compass; sealed texts are still sealed. */
    public record Told(Object state, Object ladder, Object compass) {}

    /** @throws IllegalStateException unless the first fact opens the case */
    public static CaseState after(List<Fact> facts, LocalDate on) {
        CaseView view = PastCases.of(facts).orElseThrow(() -> new IllegalStateException("The case was never opened"));
        return new CaseState(view, on);
    }

    public Told told() {
        return new Told(CaseAnswer.of(view, on), LadderAnswer.of(view, on), CompassAnswer.of(view));
    }
}
