package dk.effektspor.query.caseview;

import dk.effektspor.query.clocks.Fact;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The case view folded from other facts than all there are: the same fold that keeps the present view. */
public final class PastCases {

    private static final CaseViewFold FOLD = new CaseViewFold();

    private PastCases() {}

    /** The view over these facts; empty if the case was not open yet. */
    public static Optional<CaseView> of(List<Fact> facts) {
        CaseView view = null;
        for (Fact fact : facts) {
            view = after(view, fact);
        }
        if (view == null) {
            return Optional.empty();
        }
        // Facts that replace one another may stand in another order than they were recorded in.
        Fact last = facts.stream()
                .max((one, other) ->
                        Long.compare(one.recorded().version(), other.recorded().version()))
                .orElseThrow();
        return Optional.of(new CaseView(
                view.header().updated(last.recorded().recordedAt()),
                view.interventions(),
                view.moves(),
                view.scorings(),
                view.meetings(),
                last.recorded().version()));
    }

    /** The view after one more fact. */
    public static CaseView after(@Nullable CaseView view, Fact fact) {
        return FOLD.apply(view, fact.event(), fact.recorded());
    }
}
