package dk.effektspor.query.timeline;

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
import dk.effektspor.shared.casefile.MeetingId;
import dk.effektspor.shared.casefile.NoteId;
import dk.effektspor.shared.casefile.Person;
import dk.effektspor.shared.forandringskompas.DimensionScore;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.CompassScored;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringAnnulled;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringCorrected;
import dk.effektspor.shared.forandringskompas.NotAssessed;
import dk.effektspor.shared.forandringskompas.Occasion;
import dk.effektspor.shared.forandringskompas.Rater;
import dk.effektspor.shared.forandringskompas.Scoring;
import dk.effektspor.shared.forandringskompas.ScoringId;
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
import dk.effektspor.shared.indsatstrappe.InterventionId;
import dk.effektspor.shared.indsatstrappe.Law;
import dk.effektspor.shared.indsatstrappe.LegalBasis;
import dk.effektspor.shared.indsatstrappe.Move;
import dk.effektspor.shared.indsatstrappe.RightStep;
import dk.effektspor.shared.indsatstrappe.Terms;
import dk.effektspor.shared.privacy.SealedText;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Events in the catalogue's own codes, in every variant that is told differently. */
final class Story {

    private static final CaseId CASE = new CaseId(new UUID(0, 1));
    private static final InterventionId HOME = new InterventionId(new UUID(0, 2));
    private static final InterventionId NETWORK = new InterventionId(new UUID(0, 3));
    private static final InterventionId FOSTER = new InterventionId(new UUID(0, 4));
    private static final ScoringId SCORING = new ScoringId(new UUID(0, 5));
    private static final SealedText TEXT = new SealedText("1.text");
    private static final LocalDate DAY = LocalDate.of(2025, 1, 6);

    private Story() {}

    static List<CaseEvent> all() {
        return List.of(
                new CaseOpened(
                        CASE,
                        new CitizenId(new UUID(0, 6)),
                        new CaseNumber("2025-0000007"),
                        person(),
                        "UBU-13-18",
                        "BBU-NOERREBRO",
                        "mette",
                        DAY),
                new CaseAssigned(CASE, "søren", DAY),
                new CaseTransferred(CASE, "BBU-NOERREBRO", "BBU-VALBY", "anne", TEXT, DAY),
                new PersonUpdated(CASE, person(), TEXT, DAY),
                new NoteAdded(CASE, new NoteId(new UUID(0, 7)), TEXT, DAY),
                new NetworkMeetingHeld(CASE, new MeetingId(new UUID(0, 8)), true, TEXT, DAY),
                new NetworkMeetingHeld(CASE, new MeetingId(new UUID(0, 9)), false, null, DAY),
                new InterventionDecided(CASE, HOME, terms("HJEM", "§32 stk. 1 nr. 2", 2, "HJEMMEHOS-A", "MST"), DAY),
                new InterventionDecided(CASE, NETWORK, terms("NETVAERK", "§43 stk. 1 nr. 4", 4, null, null), DAY),
                new InterventionDecided(
                        CASE, FOSTER, terms("PLEJE-ALMEN", "§43 stk. 1 nr. 1", 5, "PLEJEGRUPPE-A", null), DAY),
                new SteppedUp(CASE, NETWORK, move(HOME, 2, NETWORK, 4), DAY),
                new SteppedDown(CASE, HOME, move(FOSTER, 5, HOME, 2), DAY),
                new MovedLaterally(CASE, FOSTER, move(NETWORK, 4, FOSTER, 4), DAY),
                new Supplemented(CASE, HOME, move(FOSTER, 5, HOME, 2), DAY),
                new Resumed(CASE, NETWORK, move(FOSTER, 5, NETWORK, 4), DAY),
                new InterventionStarted(CASE, HOME, DAY),
                new InterventionExtended(CASE, HOME, LocalDate.of(2026, 1, 31), TEXT, DAY),
                new InterventionAdjusted(
                        CASE, HOME, List.of(), TEXT, LocalDate.of(2026, 3, 1), RightStep.HIGHER_THAN_NEEDED, TEXT, DAY),
                new InterventionAdjusted(CASE, HOME, null, null, null, RightStep.RIGHT, TEXT, DAY),
                new PlacementSiteChanged(CASE, FOSTER, "PLEJEGRUPPE-A", "PLEJEGRUPPE-B", TEXT, false, DAY),
                new PlacementSiteChanged(CASE, FOSTER, null, "PLEJEGRUPPE-B", TEXT, false, DAY),
                new PlacementSiteChanged(CASE, FOSTER, "PLEJEGRUPPE-A", "PLEJEGRUPPE-B", TEXT, true, DAY),
                new PlacementSiteChanged(CASE, FOSTER, null, "PLEJEGRUPPE-B", TEXT, true, DAY),
                new InterventionEnded(
                        CASE,
                        HOME,
                        Set.of(EndReason.GOALS_REACHED, EndReason.NEED_CHANGED),
                        Destination.STAYS_AT_HOME,
                        false,
                        TEXT,
                        DAY),
                new InterventionEnded(
                        CASE, FOSTER, Set.of(EndReason.SITE_GAVE_UP), Destination.SIBLINGS, true, null, DAY),
                new DecisionAnnulled(CASE, NETWORK, TEXT, DAY),
                new CompassScored(CASE, SCORING, scoring(Rater.EMPLOYEE, Occasion.ENTRY, 4), DAY),
                new CompassScored(CASE, SCORING, scoring(Rater.CITIZEN, Occasion.FOLLOW_UP, 7), DAY),
                new CompassScored(CASE, SCORING, scoring(Rater.SECOND_RATER, Occasion.EXIT, null), DAY),
                new ScoringCorrected(CASE, SCORING, scoring(Rater.EMPLOYEE, Occasion.ENTRY, 5), TEXT, DAY),
                new ScoringCorrected(CASE, SCORING, scoring(Rater.EMPLOYEE, Occasion.ENTRY, null), TEXT, DAY),
                new ScoringAnnulled(CASE, SCORING, TEXT, DAY),
                new CaseClosed(CASE, TEXT, DAY),
                new CaseReopened(CASE, TEXT, DAY),
                new InterventionStarted(CASE, new InterventionId(new UUID(0, 99)), DAY));
    }

    private static Person person() {
        return new Person(TEXT, TEXT, null, 2011, null);
    }

    private static Move move(InterventionId from, int fromStep, InterventionId to, int toStep) {
        return new Move(from, to, fromStep, toStep, TEXT, List.of(SCORING));
    }

    private static Terms terms(
            String measure, String paragraph, int step, @Nullable String tilbud, @Nullable String programme) {
        return new Terms(
                measure,
                new LegalBasis(Law.BL, paragraph),
                "KBH-TPF",
                step,
                tilbud,
                programme,
                LocalDate.of(2025, 2, 3),
                LocalDate.of(2026, 2, 2),
                List.of(),
                TEXT,
                null,
                RightStep.RIGHT,
                13,
                null,
                TEXT);
    }

    private static Scoring scoring(Rater rater, Occasion occasion, @Nullable Integer score) {
        return new Scoring(
                "UBU-13-18",
                "1",
                rater,
                occasion,
                null,
                IntStream.rangeClosed(1, 10)
                        .mapToObj(dimension -> new DimensionScore(
                                dimension, score, score == null ? NotAssessed.OTHER : null, null, null))
                        .toList());
    }
}
