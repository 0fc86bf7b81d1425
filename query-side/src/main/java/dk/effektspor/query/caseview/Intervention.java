package dk.effektspor.query.caseview;

import dk.effektspor.shared.indsatstrappe.Destination;
import dk.effektspor.shared.indsatstrappe.EndReason;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.DecisionAnnulled;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionAdjusted;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionEnded;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionExtended;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionStarted;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.PlacementSiteChanged;
import dk.effektspor.shared.indsatstrappe.InterventionId;
import dk.effektspor.shared.indsatstrappe.Terms;
import dk.effektspor.shared.privacy.SealedText;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One intervention and its course so far.
 *
 * @param terms as decided, with what has been extended, adjusted or moved since
 * @param sites where it has been carried out, the first as decided
 */
public record Intervention(
        InterventionId interventionId,
        Terms terms,
        LocalDate decidedOn,
        long decidedIn,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate plannedEnd,
        List<Site> sites,
        @Nullable End end,
        @Nullable Annulment annulment) {

    /** Where the course stands. */
    public enum Status {
        DECIDED,
        ACTIVE,
        ENDED,
        ANNULLED
    }

    /** A place and from when; {@code breakdown} says that the place before broke down. */
    public record Site(String tilbud, LocalDate from, boolean breakdown) {}

    /** How it ended. */
    public record End(
            LocalDate on,
            List<EndReason> reasons,
            Destination destination,
            boolean breakdown,
            @Nullable SealedText explanation) {}

    /** Why the decision counts nowhere. */
    public record Annulment(LocalDate on, SealedText reason) {}

    public Intervention {
        sites = List.copyOf(sites);
    }

    static Intervention decided(InterventionDecided event, long version) {
        Terms terms = event.terms();
        String tilbud = terms.tilbud();
        return new Intervention(
                event.interventionId(),
                terms,
                event.effectiveOn(),
                version,
                null,
                terms.plannedEnd(),
                tilbud == null ? List.of() : List.of(new Site(tilbud, terms.plannedStart(), false)),
                null,
                null);
    }

    public Status status() {
        if (annulment != null) {
            return Status.ANNULLED;
        }
        if (end != null) {
            return Status.ENDED;
        }
        return startedOn != null ? Status.ACTIVE : Status.DECIDED;
    }

    /** Active from the day it started until, and not on, the day it ended; never once annulled. */
    public boolean activeOn(LocalDate date) {
        return annulment == null
                && startedOn != null
                && !date.isBefore(startedOn)
                && (end == null || date.isBefore(end.on()));
    }

    Intervention started(InterventionStarted event) {
        return with(terms, event.effectiveOn(), plannedEnd, sites, end, annulment);
    }

    Intervention extended(InterventionExtended event) {
        return with(terms, startedOn, event.plannedEnd(), sites, end, annulment);
    }

    Intervention adjusted(InterventionAdjusted event) {
        Terms adjusted = new Terms(
                terms.measure(),
                terms.legalBasis(),
                terms.ladder(),
                terms.step(),
                terms.tilbud(),
                terms.programme(),
                terms.plannedStart(),
                terms.plannedEnd(),
                event.goals() == null ? terms.goals() : event.goals(),
                event.exitPlan() == null ? terms.exitPlan() : event.exitPlan(),
                terms.placementBasis(),
                event.rightStep() == null ? terms.rightStep() : event.rightStep(),
                terms.ageAtStart(),
                terms.ageOverride(),
                terms.reason());
        LocalDate newEnd = event.plannedEnd() == null ? plannedEnd : event.plannedEnd();
        return with(adjusted, startedOn, newEnd, sites, end, annulment);
    }

    Intervention movedTo(PlacementSiteChanged event) {
        Site site = new Site(event.toTilbud(), event.effectiveOn(), event.breakdown());
        return with(terms, startedOn, plannedEnd, Lists.and(sites, site), end, annulment);
    }

    Intervention ended(InterventionEnded event) {
        End how = new End(
                event.effectiveOn(),
                event.reasons().stream().sorted().toList(),
                event.destination(),
                event.breakdown(),
                event.explanation());
        return with(terms, startedOn, plannedEnd, sites, how, annulment);
    }

    Intervention annulled(DecisionAnnulled event) {
        return with(terms, startedOn, plannedEnd, sites, end, new Annulment(event.effectiveOn(), event.reason()));
    }

    private Intervention with(
            Terms newTerms,
            @Nullable LocalDate newStart,
            @Nullable LocalDate newPlannedEnd,
            List<Site> newSites,
            @Nullable End newEnd,
            @Nullable Annulment newAnnulment) {
        return new Intervention(
                interventionId,
                newTerms,
                decidedOn,
                decidedIn,
                newStart,
                newPlannedEnd,
                newSites,
                newEnd,
                newAnnulment);
    }
}
