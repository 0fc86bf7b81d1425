package dk.effektspor.query.effect.facts;

import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.CompassScored;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import java.util.List;

/** Finds out at the event itself, and not in a later question, that it refers to what never happened. */
final class ReferredTo {

    private ReferredTo() {}

    static void check(CaseEvent event, List<CaseEvent> before) {
        if (event instanceof IndsatstrappeEvent e && !(event instanceof InterventionDecided)) {
            for (CaseEvent told : before) {
                if (told instanceof InterventionDecided decided
                        && decided.interventionId().equals(e.interventionId())) {
                    return;
                }
            }
            throw new IllegalStateException("Intervention " + e.interventionId() + " was never decided");
        }
        if (event instanceof ForandringskompasEvent e && !(event instanceof CompassScored)) {
            for (CaseEvent told : before) {
                if (told instanceof CompassScored scored && scored.scoringId().equals(e.scoringId())) {
                    return;
                }
            }
            throw new IllegalStateException("Scoring " + e.scoringId() + " was never made");
        }
    }
}
