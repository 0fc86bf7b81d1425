package dk.effektspor.query;

import dk.effektspor.query.clocks.Fact;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseAssigned;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseClosed;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseReopened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseTransferred;
import dk.effektspor.shared.casefile.CaseFileEvent.PersonUpdated;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.CompassScored;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringCorrected;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.DecisionAnnulled;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a projection of a case is fed for two dates: of each fact is asked whether it counts, as decision 14 says. */
final class FedNoMore {

    /** Who is responsible, who the case is about, whether it is open: the last to come true is what holds. */
    private static final Set<Class<?>> REPLACING = Set.of(
            CaseAssigned.class, CaseTransferred.class, PersonUpdated.class, CaseClosed.class, CaseReopened.class);

    private FedNoMore() {}

    /** What had been recorded by then, and of that what holds on the date. */
    static List<Fact> of(List<Fact> history, @Nullable LocalDate validAt, @Nullable Instant knownAt) {
        List<Fact> known = new ArrayList<>();
        for (Fact fact : history) {
            if (knownAt != null && fact.recorded().recordedAt().isAfter(knownAt)) {
                break;
            }
            known.add(fact);
        }
        if (validAt == null || known.isEmpty()) {
            return known;
        }
        if (known.get(0).event().effectiveOn().isAfter(validAt)) {
            return List.of();
        }
        return inOrder(known.stream()
                .filter(fact -> counts(fact.event(), validAt, known))
                .toList());
    }

    private static boolean counts(CaseEvent event, LocalDate date, List<Fact> known) {
        boolean already = !event.effectiveOn().isAfter(date);
        if (event instanceof ForandringskompasEvent scoring) {
            // With all its wordings and its annulment from the day of its last wording on.
            LocalDate since = LocalDate.MAX;
            for (Fact fact : known) {
                if ((fact.event() instanceof CompassScored || fact.event() instanceof ScoringCorrected)
                        && ((ForandringskompasEvent) fact.event()).scoringId().equals(scoring.scoringId())) {
                    since = fact.event().effectiveOn();
                }
            }
            return !since.isAfter(date);
        }
        if (event instanceof IndsatstrappeEvent step) {
            boolean decided = known.stream()
                    .anyMatch(fact -> fact.event() instanceof InterventionDecided decision
                            && decision.interventionId().equals(step.interventionId())
                            && !decision.effectiveOn().isAfter(date));
            return decided && (already || event instanceof DecisionAnnulled);
        }
        return already;
    }

    /**
     * A projection takes what comes last for what holds, so facts that replace one another must be fed by their own
     * dates, of one day as they were recorded. They have to do with no other fact: all come at once, after the opening.
     */
    private static List<Fact> inOrder(List<Fact> counting) {
        List<Fact> ordered = new ArrayList<>(counting.subList(0, 1));
        counting.stream()
                .filter(FedNoMore::replaces)
                .sorted(Comparator.comparing(fact -> fact.event().effectiveOn()))
                .forEach(ordered::add);
        counting.stream().skip(1).filter(fact -> !replaces(fact)).forEach(ordered::add);
        return ordered;
    }

    private static boolean replaces(Fact fact) {
        return REPLACING.contains(fact.event().getClass());
    }
}
