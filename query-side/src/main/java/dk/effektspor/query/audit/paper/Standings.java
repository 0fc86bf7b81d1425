package dk.effektspor.query.audit.paper;

import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringAnnulled;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringCorrected;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.DecisionAnnulled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which registrations still count: an annulment takes all there is of its intervention or scoring along. */
final class Standings {

    private final Map<Object, List<Long>> subjects = new HashMap<>();
    private final Map<Object, Long> annulments = new HashMap<>();
    private final Map<Long, Long> corrections = new HashMap<>();
    private final Map<Long, Long> corrects = new HashMap<>();
    private final Map<Long, Object> subjectOf = new HashMap<>();

    /** @param registrations in recording order */
    Standings(List<Registration> registrations) {
        Map<Object, Long> standing = new HashMap<>();
        for (Registration registration : registrations) {
            CaseEvent event = registration.event();
            Object subject = subject(event);
            if (subject == null) {
                continue;
            }
            long version = registration.recorded().version();
            List<Long> all = subjects.computeIfAbsent(subject, s -> new ArrayList<>());
            Long first = all.isEmpty() ? null : standing.getOrDefault(subject, all.get(0));
            if (event instanceof DecisionAnnulled || event instanceof ScoringAnnulled) {
                annulments.put(subject, version);
                put(corrects, version, first);
            } else if (event instanceof ScoringCorrected) {
                put(corrects, version, first);
                put(corrections, first, version);
                standing.put(subject, version);
            }
            all.add(version);
            subjectOf.put(version, subject);
        }
    }

    Entry.Standing of(long version) {
        Object subject = subjectOf.get(version);
        Long annulment = subject == null ? null : annulments.get(subject);
        if (annulment != null && version < annulment) {
            return new Entry.Standing(Entry.State.ANNULLED, List.of(annulment), corrects.get(version));
        }
        Long correction = corrections.get(version);
        return correction == null
                ? new Entry.Standing(Entry.State.STANDS, List.of(), corrects.get(version))
                : new Entry.Standing(Entry.State.CORRECTED, List.of(correction), corrects.get(version));
    }

    /** The first registration about the same intervention or scoring, if this is not it. */
    @Nullable
    Long beginningOf(long version) {
        Object subject = subjectOf.get(version);
        Long first = subject == null
                ? null
                : subjects.getOrDefault(subject, List.of()).get(0);
        return first == null || first == version ? null : first;
    }

    /** The first registration about an intervention or scoring, by its id as text. */
    @Nullable
    Long beginningOf(String id) {
        return subjects.entrySet().stream()
                .filter(subject -> subject.getKey().toString().equals(id))
                .map(subject -> subject.getValue().get(0))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Object subject(CaseEvent event) {
        if (event instanceof IndsatstrappeEvent indsatstrappe) {
            return indsatstrappe.interventionId();
        }
        return event instanceof ForandringskompasEvent forandringskompas ? forandringskompas.scoringId() : null;
    }

    private static void put(Map<Long, Long> map, @Nullable Long from, @Nullable Long to) {
        if (from != null && to != null) {
            map.put(from, to);
        }
    }
}
