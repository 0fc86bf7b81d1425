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
import java.util.function.Function;

/**
 * Which of the known facts hold on a date. What happens later is left out, and what hangs on it: an intervention is there
 * from its decision on, a scoring from the date of its last wording on. Corrections and annulments are no happenings but
 * better knowledge of one: they count as soon as they are known. Who is responsible, who the case is about and whether
 * it is open follow the dates on which that came to hold, not the order in which we learnt it.
 */
final class Holding<T> {

    private final LocalDate date;
    private final Function<T, CaseEvent> event;
    private final Map<Object, LocalDate> since = new HashMap<>();

    private Holding(LocalDate date, List<T> known, Function<T, CaseEvent> event) {
        this.date = date;
        this.event = event;
        for (T fact : known) {
            CaseEvent told = event.apply(fact);
            if (told instanceof InterventionDecided decided) {
                since.put(decided.interventionId(), decided.effectiveOn());
            } else if (told instanceof ForandringskompasEvent scoring && !(scoring instanceof ScoringAnnulled)) {
                since.put(scoring.scoringId(), scoring.effectiveOn());
            }
        }
    }

    /** @param known what is known of one case in order of recording, each with an event in it */
    static <T> List<T> on(LocalDate date, List<T> known, Function<T, CaseEvent> event) {
        if (known.isEmpty() || event.apply(known.get(0)).effectiveOn().isAfter(date)) {
            // Before a case was opened there is nothing of it, whatever it has to tell of earlier days.
            return List.of();
        }
        Holding<T> holding = new Holding<>(date, known, event);
        return holding.inOrder(known.stream().filter(holding::holds).toList());
    }

    private boolean holds(T fact) {
        CaseEvent told = event.apply(fact);
        if (told instanceof ForandringskompasEvent scoring) {
            return isSince(scoring.scoringId());
        }
        if (told instanceof IndsatstrappeEvent intervention) {
            return isSince(intervention.interventionId())
                    && (told instanceof DecisionAnnulled || !isLater(told.effectiveOn()));
        }
        return !isLater(told.effectiveOn());
    }

    private boolean isSince(Object part) {
        LocalDate from = since.get(part);
        return from != null && !isLater(from);
    }

    private boolean isLater(LocalDate other) {
        return other.isAfter(date);
    }

    /** Facts that replace one another change places among themselves; all others stay where they are. */
    private List<T> inOrder(List<T> facts) {
        Iterator<T> byDate = facts.stream()
                .filter(this::replaces)
                .sorted(Comparator.comparing(fact -> event.apply(fact).effectiveOn()))
                .iterator();
        List<T> ordered = new ArrayList<>(facts.size());
        facts.forEach(fact -> ordered.add(replaces(fact) ? byDate.next() : fact));
        return ordered;
    }

    private boolean replaces(T fact) {
        CaseEvent told = event.apply(fact);
        return told instanceof CaseFileEvent
                && !(told instanceof CaseOpened)
                && !(told instanceof NoteAdded)
                && !(told instanceof NetworkMeetingHeld);
    }
}
