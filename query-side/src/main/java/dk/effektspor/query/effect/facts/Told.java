package dk.effektspor.query.effect.facts;

import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseAssigned;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseClosed;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseReopened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseTransferred;
import dk.effektspor.shared.casefile.CaseFileEvent.NetworkMeetingHeld;
import dk.effektspor.shared.casefile.CaseFileEvent.NoteAdded;
import dk.effektspor.shared.casefile.CaseFileEvent.PersonUpdated;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.CaseNumber;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.casefile.Person;
import dk.effektspor.shared.forandringskompas.DimensionScore;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.CompassScored;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringAnnulled;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringCorrected;
import dk.effektspor.shared.forandringskompas.NotAssessed;
import dk.effektspor.shared.forandringskompas.Occasion;
import dk.effektspor.shared.forandringskompas.Scoring;
import dk.effektspor.shared.indsatstrappe.Destination;
import dk.effektspor.shared.indsatstrappe.EndReason;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.DecisionAnnulled;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionAdjusted;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionEnded;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionExtended;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionStarted;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.MovedLaterally;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.PlacementSiteChanged;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.Resumed;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.SteppedDown;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.SteppedUp;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.Supplemented;
import dk.effektspor.shared.indsatstrappe.Law;
import dk.effektspor.shared.indsatstrappe.LegalBasis;
import dk.effektspor.shared.indsatstrappe.Move;
import dk.effektspor.shared.indsatstrappe.RightStep;
import dk.effektspor.shared.indsatstrappe.Terms;
import dk.effektspor.shared.privacy.SealedText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an event tells about effects: the event with nothing in it that no figure asks for. */
final class Told {

    static final SealedText NOTHING = new SealedText("1.");

    private static final CaseNumber NO_NUMBER = new CaseNumber("1900-0000000");
    private static final LegalBasis NO_BASIS = new LegalBasis(Law.SEL, "");

    private Told() {}

    /** Null if the event tells nothing. */
    static @Nullable CaseEvent of(CaseEvent event) {
        if (event instanceof CaseOpened e) {
            return opened(
                    e.caseId(), e.citizenId(), e.person().birthYear(), e.targetGroup(), e.unit(), e.effectiveOn());
        }
        if (event instanceof PersonUpdated e) {
            return new PersonUpdated(e.caseId(), person(e.person().birthYear()), null, e.effectiveOn());
        }
        if (event instanceof CaseTransferred e) {
            return new CaseTransferred(e.caseId(), "", e.toUnit(), "", null, e.effectiveOn());
        }
        if (event instanceof CaseClosed e) {
            return new CaseClosed(e.caseId(), NOTHING, e.effectiveOn());
        }
        if (event instanceof CaseReopened e) {
            return new CaseReopened(e.caseId(), NOTHING, e.effectiveOn());
        }
        if (event instanceof InterventionDecided e) {
            return new InterventionDecided(e.caseId(), e.interventionId(), terms(e.terms()), e.effectiveOn());
        }
        if (event instanceof InterventionStarted e) {
            return e;
        }
        if (event instanceof InterventionEnded e) {
            return new InterventionEnded(
                    e.caseId(),
                    e.interventionId(),
                    Set.of(EndReason.OTHER),
                    Destination.UNKNOWN,
                    e.breakdown(),
                    null,
                    e.effectiveOn());
        }
        if (event instanceof PlacementSiteChanged e) {
            return new PlacementSiteChanged(
                    e.caseId(), e.interventionId(), null, e.toTilbud(), NOTHING, e.breakdown(), e.effectiveOn());
        }
        if (event instanceof DecisionAnnulled e) {
            return new DecisionAnnulled(e.caseId(), e.interventionId(), NOTHING, e.effectiveOn());
        }
        if (event instanceof CompassScored e) {
            return new CompassScored(e.caseId(), e.scoringId(), scoring(e.scoring()), e.effectiveOn());
        }
        if (event instanceof ScoringCorrected e) {
            return new ScoringCorrected(e.caseId(), e.scoringId(), scoring(e.scoring()), NOTHING, e.effectiveOn());
        }
        if (event instanceof ScoringAnnulled e) {
            return new ScoringAnnulled(e.caseId(), e.scoringId(), NOTHING, e.effectiveOn());
        }
        return moved(event);
    }

    private static @Nullable CaseEvent moved(CaseEvent event) {
        if (event instanceof SteppedUp e) {
            return new SteppedUp(e.caseId(), e.interventionId(), move(e.move()), e.effectiveOn());
        }
        if (event instanceof SteppedDown e) {
            return new SteppedDown(e.caseId(), e.interventionId(), move(e.move()), e.effectiveOn());
        }
        if (event instanceof MovedLaterally e) {
            return new MovedLaterally(e.caseId(), e.interventionId(), move(e.move()), e.effectiveOn());
        }
        if (event instanceof Supplemented e) {
            return new Supplemented(e.caseId(), e.interventionId(), move(e.move()), e.effectiveOn());
        }
        if (event instanceof Resumed e) {
            return new Resumed(e.caseId(), e.interventionId(), move(e.move()), e.effectiveOn());
        }
        if (event instanceof CaseAssigned
                || event instanceof NoteAdded
                || event instanceof NetworkMeetingHeld
                || event instanceof InterventionExtended
                || event instanceof InterventionAdjusted) {
            return null;
        }
        throw new IllegalStateException(
                "No effect view knows " + event.getClass().getName());
    }

    static CaseOpened opened(
            CaseId caseId, CitizenId citizen, int birthYear, String targetGroup, String unit, LocalDate on) {
        return new CaseOpened(caseId, citizen, NO_NUMBER, person(birthYear), targetGroup, unit, "", on);
    }

    static Person person(int birthYear) {
        return new Person(NOTHING, NOTHING, null, birthYear, null);
    }

    private static Terms terms(Terms terms) {
        return terms(terms.measure(), terms.ladder(), terms.step(), terms.tilbud(), terms.programme());
    }

    static Terms terms(String measure, String ladder, int step, @Nullable String tilbud, @Nullable String programme) {
        return new Terms(
                measure,
                NO_BASIS,
                ladder,
                step,
                tilbud,
                programme,
                LocalDate.EPOCH,
                null,
                List.of(),
                null,
                null,
                RightStep.NOT_ASSESSED,
                0,
                null,
                NOTHING);
    }

    private static Move move(Move move) {
        return new Move(move.from(), move.to(), move.fromStep(), move.toStep(), NOTHING, List.of());
    }

    private static Scoring scoring(Scoring scoring) {
        List<DimensionScore> scores = new ArrayList<>(scoring.scores().size());
        scoring.scores().forEach(s -> scores.add(score(s.dimension(), s.score(), s.variant())));
        return new Scoring(
                scoring.compass(),
                scoring.compassVersion(),
                scoring.rater(),
                Occasion.FOLLOW_UP,
                scoring.tilbud(),
                scores);
    }

    static DimensionScore score(int dimension, @Nullable Integer score, @Nullable String variant) {
        return new DimensionScore(dimension, score, score == null ? NotAssessed.OTHER : null, variant, null);
    }
}
