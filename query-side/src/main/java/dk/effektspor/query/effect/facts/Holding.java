package dk.effektspor.query.effect.facts;

import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.PersonUpdated;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringAnnulled;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.DecisionAnnulled;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which of the known events hold on a date. */
final class Holding {

    private Holding() {}

    static List<CaseEvent> on(LocalDate date, List<CaseEvent> known) {
        Map<Object, LocalDate> dates = new HashMap<>();
        for (CaseEvent event : known) {
            if (event instanceof InterventionDecided e) {
                dates.put(e.interventionId(), e.effectiveOn());
            } else if (event instanceof ForandringskompasEvent e && !(event instanceof ScoringAnnulled)) {
                dates.put(e.scoringId(), e.effectiveOn());
            }
        }
        List<CaseEvent> holding = new ArrayList<>();
        List<CaseEvent> persons = new ArrayList<>();
        for (CaseEvent event : known) {
            if (holds(event, date, dates)) {
                (event instanceof PersonUpdated ? persons : holding).add(event);
            }
        }
        persons.sort(Comparator.comparing(CaseEvent::effectiveOn));
        holding.addAll(persons);
        return holding;
    }

    private static boolean holds(CaseEvent event, LocalDate date, Map<Object, LocalDate> dates) {
        if (event instanceof ForandringskompasEvent e) {
            LocalDate last = dates.get(e.scoringId());
            return last != null && !last.isAfter(date);
        }
        if (event instanceof IndsatstrappeEvent e) {
            LocalDate decided = dates.get(e.interventionId());
            return decided != null
                    && !decided.isAfter(date)
                    && (event instanceof DecisionAnnulled
                            || !event.effectiveOn().isAfter(date));
        }
        return !event.effectiveOn().isAfter(date);
    }
}
