package dk.effektspor.query.clocks;

import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.casefile.CaseFileEvent.NetworkMeetingHeld;
import dk.effektspor.shared.casefile.CaseFileEvent.NoteAdded;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringAnnulled;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.DecisionAnnulled;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Which of the known facts hold on a date. What happens later is left out, and what hangs on it: an intervention is there
 * from its decision on, a scoring from the date of its last wording on. Corrections and annulments are no happenings but
 * better knowledge of one: they count as soon as they are known. Who is responsible, who the case is about and whether
 * it is open follow the dates on which that came to hold, not the order in which we learnt it.
 */
final class Holding {

    private final LocalDate date;
    private final Map<Object, LocalDate> since = new HashMap<>();

    private Holding(LocalDate date, List<Fact> known) {
        this.date = date;
        for (Fact fact : known) {
            if (fact.event() instanceof InterventionDecided decided) {
                since.put(decided.interventionId(), decided.effectiveOn());
            } else if (fact.event() instanceof ForandringskompasEvent scoring
                    && !(scoring instanceof ScoringAnnulled)) {
                since.put(scoring.scoringId(), scoring.effectiveOn());
            }
        }
    }

    static List<Fact> on(LocalDate date, List<Fact> known) {
        if (known.isEmpty() || known.get(0).event().effectiveOn().isAfter(date)) {
            // Before a case was opened there is nothing of it, whatever it has to tell of earlier days.
            return List.of();
        }
        Holding holding = new Holding(date, known);
        return inOrder(
                known.stream().filter(fact -> holding.holds(fact.event())).toList());
    }

    private boolean holds(CaseEvent event) {
        if (event instanceof ForandringskompasEvent scoring) {
            return isSince(scoring.scoringId());
        }
        if (event instanceof IndsatstrappeEvent intervention) {
            return isSince(intervention.interventionId())
                    && (event instanceof DecisionAnnulled || !isLater(event.effectiveOn()));
        }
        return !isLater(event.effectiveOn());
    }

    private boolean isSince(Object part) {
        LocalDate from = since.get(part);
        return from != null && !isLater(from);
    }

    private boolean isLater(LocalDate other) {
        return other.isAfter(date);
    }

    /** Facts that replace one another change places among themselves; all others stay where they are. */
    private static List<Fact> inOrder(List<Fact> facts) {
        Iterator<Fact> byDate = facts.stream()
                .filter(Holding::replaces)
                .sorted(Comparator.comparing(fact -> fact.event().effectiveOn()))
                .iterator();
        List<Fact> ordered = new ArrayList<>(facts.size());
        facts.forEach(fact -> ordered.add(replaces(fact) ? byDate.next() : fact));
        return ordered;
    }

    private static boolean replaces(Fact fact) {
        CaseEvent event = fact.event();
        return event instanceof CaseFileEvent
                && !(event instanceof CaseOpened)
                && !(event instanceof NoteAdded)
                && !(event instanceof NetworkMeetingHeld);
    }
}
