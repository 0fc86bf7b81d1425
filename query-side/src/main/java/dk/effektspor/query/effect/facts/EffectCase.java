package dk.effektspor.query.effect.facts;

import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseClosed;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseReopened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseTransferred;
import dk.effektspor.shared.casefile.CaseFileEvent.PersonUpdated;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The folded history of one case, as far as effects are asked of it. Lists keep the order of recording; what is
 * back-dated is put in its place when the case is read on a date, so that both clocks stay right.
 *
 * @param version number of events applied
 * @param openings at most one, the rest of the case hangs on it
 */
public record EffectCase(
        long version,
        List<Opening> openings,
        List<Since<String>> units,
        List<Since<Boolean>> open,
        List<Course> courses,
        List<MoveDecided> moves,
        List<ScoringMade> scorings) {

    public static final EffectCase NEW =
            new EffectCase(0, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** What the opening of a case says about it once and for all; the birth year follows the person's last record. */
    public record Opening(CaseId caseId, CitizenId citizen, String targetGroup, int birthYear) {}

    /** What holds from a date on, until something else does. */
    public record Since<T>(T what, LocalDate from) {

        /** The last to begin on or before the date, or the first of all for an earlier date. */
        static <T> T on(LocalDate date, List<Since<T>> all) {
            Optional<Since<T>> last = all.stream()
                    .filter(s -> !s.from().isAfter(date))
                    .reduce((a, b) -> b.from().isBefore(a.from()) ? a : b);
            return last.orElseGet(() ->
                            all.stream().min(Comparator.comparing(Since::from)).orElseThrow())
                    .what();
        }
    }

    public EffectCase {
        openings = List.copyOf(openings);
        units = List.copyOf(units);
        open = List.copyOf(open);
        courses = List.copyOf(courses);
        moves = List.copyOf(moves);
        scorings = List.copyOf(scorings);
    }

    /** The case after these events and no others, which need not be all of its stream. */
    static EffectCase of(List<CaseEvent> events, long version) {
        EffectCase folded = NEW;
        for (CaseEvent event : events) {
            folded = folded.after(event);
        }
        return new EffectCase(
                version, folded.openings, folded.units, folded.open, folded.courses, folded.moves, folded.scorings);
    }

    /**
     * The case after one more event of its stream. An event already applied changes nothing.
     *
     * @param eventVersion the event's place in the stream, 1 for the first
     * @throws IllegalStateException if events in between are missing or the event refers to what never happened
     */
    public EffectCase apply(CaseEvent event, long eventVersion) {
        if (eventVersion <= version) {
            return this;
        }
        if (eventVersion != version + 1) {
            throw new IllegalStateException("Case " + event.caseId() + " stands at version " + version
                    + " and cannot take version " + eventVersion);
        }
        EffectCase next = after(event);
        return new EffectCase(
                eventVersion, next.openings, next.units, next.open, next.courses, next.moves, next.scorings);
    }

    private EffectCase after(CaseEvent event) {
        if (event instanceof CaseFileEvent e) {
            return afterCaseFile(e);
        }
        if (event instanceof IndsatstrappeEvent e) {
            return new EffectCase(
                    version, openings, units, open, Course.after(courses, e), MoveDecided.after(moves, e), scorings);
        }
        if (event instanceof ForandringskompasEvent e) {
            return new EffectCase(version, openings, units, open, courses, moves, ScoringMade.after(scorings, e));
        }
        throw new IllegalStateException(
                "No effect view knows " + event.getClass().getName());
    }

    private EffectCase afterCaseFile(CaseFileEvent event) {
        if (event instanceof CaseOpened e) {
            Opening opening = new Opening(
                    e.caseId(), e.citizenId(), e.targetGroup(), e.person().birthYear());
            return with(List.of(opening), plus(units, e.unit(), e), plus(open, true, e));
        }
        if (event instanceof PersonUpdated e) {
            Opening old = openings.get(0);
            int birthYear = e.person().birthYear();
            return with(List.of(new Opening(old.caseId(), old.citizen(), old.targetGroup(), birthYear)), units, open);
        }
        if (event instanceof CaseTransferred e) {
            return with(openings, plus(units, e.toUnit(), e), open);
        }
        if (event instanceof CaseClosed e) {
            return with(openings, units, plus(open, false, e));
        }
        if (event instanceof CaseReopened e) {
            return with(openings, units, plus(open, true, e));
        }
        // Assignments, notes and network meetings say nothing about effect.
        return this;
    }

    private EffectCase with(List<Opening> newOpenings, List<Since<String>> newUnits, List<Since<Boolean>> newOpen) {
        return new EffectCase(version, newOpenings, newUnits, newOpen, courses, moves, scorings);
    }

    private static <T> List<Since<T>> plus(List<Since<T>> list, T what, CaseEvent event) {
        List<Since<T>> longer = new ArrayList<>(list);
        longer.add(new Since<>(what, event.effectiveOn()));
        return longer;
    }

    Opening opening() {
        if (openings.isEmpty()) {
            throw new IllegalStateException("The case has not been opened");
        }
        return openings.get(0);
    }

    String unitOn(LocalDate date) {
        return Since.on(date, units);
    }

    /** Whether the case is open at the end of the day; before its opening it is not. */
    boolean openOn(LocalDate date) {
        return open.stream().anyMatch(s -> !s.from().isAfter(date)) && Since.on(date, open);
    }

    /**
     * The intervention that gives the case its position on a date: the highest step, then the last started, then the
     * last recorded.
     */
    public Optional<Course> highestOn(LocalDate date) {
        return activeOn(date).stream().reduce((a, b) -> Course.BY_HEIGHT.compare(b, a) >= 0 ? b : a);
    }

    List<Course> activeOn(LocalDate date) {
        return courses.stream().filter(c -> c.activeOn(date)).toList();
    }
}
