package dk.effektspor.query.effect.figure;

import dk.effektspor.query.effect.RecordedHistories.Learnt;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.casefile.CaseFileEvent.PersonUpdated;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringAnnulled;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.DecisionAnnulled;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The events that a fresh projection is fed for two dates, found by asking of each event whether it counts. */
final class NaiveHolding {

    private NaiveHolding() {}

    static List<List<CaseEvent>> of(List<List<Learnt>> cases, @Nullable LocalDate validAt, @Nullable Instant knownAt) {
        return cases.stream()
                .map(learnt -> learnt.stream()
                        .takeWhile(l -> knownAt == null || !l.recordedAt().isAfter(knownAt))
                        .map(Learnt::event)
                        .toList())
                .map(known -> validAt == null ? known : on(validAt, known))
                .filter(events -> events.stream().anyMatch(CaseOpened.class::isInstance))
                .toList();
    }

    private static List<CaseEvent> on(LocalDate date, List<CaseEvent> known) {
        List<CaseEvent> counting =
                known.stream().filter(e -> counts(e, date, known)).toList();
        return Stream.concat(
                        counting.stream().filter(e -> !(e instanceof PersonUpdated)),
                        counting.stream()
                                .filter(PersonUpdated.class::isInstance)
                                .sorted(Comparator.comparing(CaseEvent::effectiveOn)))
                .toList();
    }

    private static boolean counts(CaseEvent event, LocalDate date, List<CaseEvent> known) {
        boolean already = !event.effectiveOn().isAfter(date);
        if (event instanceof ForandringskompasEvent scoring) {
            LocalDate lastWording = known.stream()
                    .filter(e -> e instanceof ForandringskompasEvent other
                            && !(other instanceof ScoringAnnulled)
                            && other.scoringId().equals(scoring.scoringId()))
                    .map(CaseEvent::effectiveOn)
                    .reduce((first, then) -> then)
                    .orElseThrow();
            return !lastWording.isAfter(date);
        }
        if (event instanceof IndsatstrappeEvent step) {
            boolean decided = known.stream()
                    .anyMatch(e -> e instanceof InterventionDecided decision
                            && decision.interventionId().equals(step.interventionId())
                            && !decision.effectiveOn().isAfter(date));
            return decided && (already || event instanceof DecisionAnnulled);
        }
        return already;
    }
}
