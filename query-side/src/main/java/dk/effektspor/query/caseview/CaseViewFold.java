package dk.effektspor.query.caseview;

import dk.effektspor.query.platform.CaseFold;
import dk.effektspor.query.platform.Recorded;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseAssigned;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseClosed;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseReopened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseTransferred;
import dk.effektspor.shared.casefile.CaseFileEvent.NetworkMeetingHeld;
import dk.effektspor.shared.casefile.CaseFileEvent.NoteAdded;
import dk.effektspor.shared.casefile.CaseFileEvent.PersonUpdated;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.CompassScored;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringAnnulled;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringCorrected;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.DecisionAnnulled;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionAdjusted;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionEnded;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionExtended;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionStarted;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.Moved;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.PlacementSiteChanged;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What each event makes of a {@link CaseView}; an event it does not know ends the fold, so that none is left out. */
public final class CaseViewFold implements CaseFold<CaseView> {

    @Override
    public CaseView apply(@Nullable CaseView view, CaseEvent event, Recorded recorded) {
        CaseView next;
        if (event instanceof CaseOpened opened) {
            next = opened(opened, recorded);
        } else if (view == null) {
            throw new IllegalStateException("The case was never opened");
        } else if (event instanceof CaseFileEvent caseFile) {
            next = caseFile(view, caseFile);
        } else if (event instanceof IndsatstrappeEvent indsatstrappe) {
            next = indsatstrappe(view, indsatstrappe, recorded.version());
        } else if (event instanceof ForandringskompasEvent forandringskompas) {
            next = forandringskompas(view, forandringskompas, recorded.version());
        } else {
            throw unknown(event);
        }
        return new CaseView(
                next.header().updated(recorded.recordedAt()),
                next.interventions(),
                next.moves(),
                next.scorings(),
                next.meetings(),
                recorded.version());
    }

    private static CaseView opened(CaseOpened event, Recorded recorded) {
        CaseHeader header = new CaseHeader(
                event.caseId(),
                event.citizenId(),
                event.caseNumber(),
                event.person(),
                event.targetGroup(),
                event.unit(),
                event.caseworker(),
                event.effectiveOn(),
                null,
                recorded.recordedAt());
        return new CaseView(header, List.of(), List.of(), List.of(), List.of(), recorded.version());
    }

    private static CaseView caseFile(CaseView view, CaseFileEvent event) {
        CaseHeader header = view.header();
        if (event instanceof CaseAssigned assigned) {
            return view.header(header.responsible(header.unit(), assigned.caseworker()));
        }
        if (event instanceof CaseTransferred transferred) {
            return view.header(header.responsible(transferred.toUnit(), transferred.caseworker()));
        }
        if (event instanceof PersonUpdated updated) {
            return view.header(header.about(updated.person()));
        }
        if (event instanceof NoteAdded) {
            return view;
        }
        if (event instanceof NetworkMeetingHeld held) {
            return view.meetings(Lists.and(
                    view.meetings(),
                    new CaseView.NetworkMeeting(
                            held.meetingId(), held.citizenPresent(), held.summary(), held.effectiveOn())));
        }
        if (event instanceof CaseClosed closed) {
            return view.header(header.closed(closed.effectiveOn()));
        }
        if (event instanceof CaseReopened) {
            return view.header(header.closed(null));
        }
        throw unknown(event);
    }

    private static CaseView indsatstrappe(CaseView view, IndsatstrappeEvent event, long version) {
        if (event instanceof InterventionDecided decided) {
            return view.interventions(Lists.and(view.interventions(), Intervention.decided(decided, version)));
        }
        if (event instanceof Moved moved) {
            String name = event.eventName();
            MoveMade move =
                    new MoveMade(name.substring(name.indexOf('.') + 1), moved.move(), moved.effectiveOn(), version);
            return view.moves(Lists.and(view.moves(), move));
        }
        return view.interventions(Lists.change(
                view.interventions(), i -> i.interventionId().equals(event.interventionId()), course(event)));
    }

    private static UnaryOperator<Intervention> course(IndsatstrappeEvent event) {
        if (event instanceof InterventionStarted started) {
            return i -> i.started(started);
        }
        if (event instanceof InterventionExtended extended) {
            return i -> i.extended(extended);
        }
        if (event instanceof InterventionAdjusted adjusted) {
            return i -> i.adjusted(adjusted);
        }
        if (event instanceof PlacementSiteChanged changed) {
            return i -> i.movedTo(changed);
        }
        if (event instanceof InterventionEnded ended) {
            return i -> i.ended(ended);
        }
        if (event instanceof DecisionAnnulled annulled) {
            return i -> i.annulled(annulled);
        }
        throw unknown(event);
    }

    private static CaseView forandringskompas(CaseView view, ForandringskompasEvent event, long version) {
        if (event instanceof CompassScored scored) {
            ScoringHistory.Wording first =
                    new ScoringHistory.Wording(scored.scoring(), scored.effectiveOn(), version, null);
            return view.scorings(
                    Lists.and(view.scorings(), new ScoringHistory(scored.scoringId(), List.of(first), null)));
        }
        return view.scorings(Lists.change(
                view.scorings(), s -> s.scoringId().equals(event.scoringId()), correction(event, version)));
    }

    private static UnaryOperator<ScoringHistory> correction(ForandringskompasEvent event, long version) {
        if (event instanceof ScoringCorrected corrected) {
            return s -> s.corrected(new ScoringHistory.Wording(
                    corrected.scoring(), corrected.effectiveOn(), version, corrected.reason()));
        }
        if (event instanceof ScoringAnnulled annulled) {
            return s -> s.annulled(new ScoringHistory.Annulment(annulled.effectiveOn(), version, annulled.reason()));
        }
        throw unknown(event);
    }

    private static IllegalStateException unknown(CaseEvent event) {
        return new IllegalStateException("The case view does not know " + event.eventName());
    }
}
