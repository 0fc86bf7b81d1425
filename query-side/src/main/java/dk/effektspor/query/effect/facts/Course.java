package dk.effektspor.query.effect.facts;

import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.DecisionAnnulled;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionEnded;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionStarted;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.PlacementSiteChanged;
import dk.effektspor.shared.indsatstrappe.InterventionId;
import dk.effektspor.shared.indsatstrappe.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One intervention's course from decision to end.
 *
 * @param tilbud the offer first chosen, if any
 * @param start absent until it began
 * @param end first day it no longer runs; absent while it does
 * @param endedInBreakdown whether the end was a sammenbrud
 * @param siteChanges in order of recording
 * @param annulled whether the decision was annulled, so that it counts nowhere
 */
public record Course(
        InterventionId id,
        String measure,
        String ladder,
        int step,
        @Nullable String tilbud,
        @Nullable String programme,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        boolean endedInBreakdown,
        List<SiteChange> siteChanges,
        boolean annulled) {

    /** A move to another site of the same type. */
    public record SiteChange(String tilbud, LocalDate on, boolean breakdown) {}

    static final Comparator<Course> BY_HEIGHT = Comparator.comparingInt(Course::step)
            .thenComparing(Course::start, Comparator.nullsFirst(Comparator.naturalOrder()));

    public Course {
        siteChanges = List.copyOf(siteChanges);
    }

    static List<Course> after(List<Course> courses, IndsatstrappeEvent event) {
        if (event instanceof InterventionDecided e) {
            List<Course> more = new ArrayList<>(courses);
            more.add(decided(e.interventionId(), e.terms()));
            return more;
        }
        if (event instanceof InterventionStarted e) {
            return change(courses, e.interventionId(), c -> c.started(e.effectiveOn()));
        }
        if (event instanceof InterventionEnded e) {
            return change(courses, e.interventionId(), c -> c.ended(e.effectiveOn(), e.breakdown()));
        }
        if (event instanceof PlacementSiteChanged e) {
            SiteChange move = new SiteChange(e.toTilbud(), e.effectiveOn(), e.breakdown());
            return change(courses, e.interventionId(), c -> c.moved(move));
        }
        if (event instanceof DecisionAnnulled e) {
            return change(courses, e.interventionId(), Course::annul);
        }
        // Extensions and adjustments change neither step nor dates of the course; moves are kept beside the courses.
        return courses;
    }

    private static List<Course> change(List<Course> courses, InterventionId id, UnaryOperator<Course> how) {
        List<Course> changed = new ArrayList<>(courses);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i).id().equals(id)) {
                changed.set(i, how.apply(changed.get(i)));
                return changed;
            }
        }
        throw new IllegalStateException("Intervention " + id + " was never decided");
    }

    private static Course decided(InterventionId id, Terms terms) {
        return new Course(
                id,
                terms.measure(),
                terms.ladder(),
                terms.step(),
                terms.tilbud(),
                terms.programme(),
                null,
                null,
                false,
                List.of(),
                false);
    }

    private Course started(LocalDate on) {
        return new Course(
                id, measure, ladder, step, tilbud, programme, on, end, endedInBreakdown, siteChanges, annulled);
    }

    private Course ended(LocalDate on, boolean breakdown) {
        return new Course(id, measure, ladder, step, tilbud, programme, start, on, breakdown, siteChanges, annulled);
    }

    private Course moved(SiteChange change) {
        List<SiteChange> more = new ArrayList<>(siteChanges);
        more.add(change);
        return new Course(id, measure, ladder, step, tilbud, programme, start, end, endedInBreakdown, more, annulled);
    }

    private Course annul() {
        return new Course(
                id, measure, ladder, step, tilbud, programme, start, end, endedInBreakdown, siteChanges, true);
    }

    /** Whether it runs on the date; on the day it ends, what came instead already does. */
    boolean activeOn(LocalDate date) {
        return !annulled && start != null && !start.isAfter(date) && (end == null || date.isBefore(end));
    }

    @Nullable
    String tilbudOn(LocalDate date) {
        SiteChange last = null;
        for (SiteChange change : siteChanges) {
            if (!change.on().isAfter(date) && (last == null || !change.on().isBefore(last.on()))) {
                last = change;
            }
        }
        return last == null ? tilbud : last.tilbud();
    }

    /** The dates on which a site was left in a breakdown. */
    List<LocalDate> breakdowns() {
        List<LocalDate> dates = new ArrayList<>();
        siteChanges.stream().filter(SiteChange::breakdown).map(SiteChange::on).forEach(dates::add);
        if (endedInBreakdown && end != null) {
            dates.add(end);
        }
        return dates;
    }
}
