package dk.effektspor.shared;

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
import dk.effektspor.shared.citizen.CitizenEvent.CitizenErased;
import dk.effektspor.shared.citizen.CitizenEvent.ErasureApproved;
import dk.effektspor.shared.citizen.CitizenEvent.ErasureRejected;
import dk.effektspor.shared.citizen.CitizenEvent.ErasureRequested;
import dk.effektspor.shared.citizen.CitizenEvent.LegalHoldLifted;
import dk.effektspor.shared.citizen.CitizenEvent.LegalHoldPlaced;
import dk.effektspor.shared.citizen.ErasureGround;
import dk.effektspor.shared.citizen.ErasureRequestId;
import dk.effektspor.shared.citizen.HoldGround;
import dk.effektspor.shared.citizen.LegalHoldId;
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
import dk.effektspor.shared.indsatstrappe.Goal;
import dk.effektspor.shared.indsatstrappe.GoalId;
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
import dk.effektspor.shared.indsatstrappe.PlacementBasis;
import dk.effektspor.shared.indsatstrappe.RightStep;
import dk.effektspor.shared.indsatstrappe.Terms;
import dk.effektspor.shared.ledger.LedgerEvent.KeyRotated;
import dk.effektspor.shared.privacy.SealedText;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** One canonical sample of every event: the wire contract, and test data for all modules. */
public final class EventSamples {

    public static final CaseId CASE = CaseId.of("00000000-0000-4000-8000-000000000001");
    public static final CitizenId CITIZEN = CitizenId.of("00000000-0000-4000-8000-000000000002");
    public static final InterventionId INTERVENTION = InterventionId.of("00000000-0000-4000-8000-000000000003");
    public static final InterventionId FROM = InterventionId.of("00000000-0000-4000-8000-000000000004");
    public static final ScoringId SCORING = ScoringId.of("00000000-0000-4000-8000-000000000005");
    public static final GoalId GOAL = GoalId.of("00000000-0000-4000-8000-000000000006");
    public static final NoteId NOTE = NoteId.of("00000000-0000-4000-8000-000000000007");
    public static final MeetingId MEETING = MeetingId.of("00000000-0000-4000-8000-000000000008");
    public static final ErasureRequestId REQUEST = ErasureRequestId.of("00000000-0000-4000-8000-000000000009");
    public static final LegalHoldId HOLD = LegalHoldId.of("00000000-0000-4000-8000-00000000000a");

    private static final SealedText CPR = sealed("CPR");
    private static final SealedText NAME = sealed("NAME");
    private static final SealedText REASON = sealed("REASON");

    private EventSamples() {}

    /** Every sample there is; the contract test sees to it that no event is forgotten. */
    public static List<RecordEvent> everything() {
        return Stream.concat(all().stream(), besideTheCases().stream()).toList();
    }

    /** Samples of the events of streams that are no case's. */
    public static List<RecordEvent> besideTheCases() {
        return List.of(
                new KeyRotated("effektspor+0a1b2c3d+AQ", "effektspor+4e5f6071+AQ", LocalDate.of(2015, 1, 1)),
                new LegalHoldPlaced(CITIZEN, HOLD, HoldGround.COMPLAINT, LocalDate.of(2025, 1, 6)),
                new LegalHoldLifted(CITIZEN, HOLD, LocalDate.of(2025, 3, 3)),
                new ErasureRequested(
                        CITIZEN, REQUEST, ErasureGround.ARCHIVE_AUTHORISED, "2025-0012345-7", LocalDate.of(2025, 3, 4)),
                new ErasureRejected(CITIZEN, REQUEST, LocalDate.of(2025, 3, 5)),
                new ErasureApproved(CITIZEN, REQUEST, LocalDate.of(2025, 3, 5)),
                new CitizenErased(CITIZEN, REQUEST, LocalDate.of(2025, 3, 5)));
    }

    /** Samples of all events of a case. */
    public static List<CaseEvent> all() {
        return List.of(
                new CaseOpened(
                        CASE,
                        CITIZEN,
                        new CaseNumber("2014-0077042"),
                        new Person(CPR, NAME, sealed("ADDRESS"), 2001, "noerrebro"),
                        "udsatte-boern-og-unge-13-23",
                        "myndighed-1",
                        "mette",
                        LocalDate.of(2014, 1, 6)),
                new CaseAssigned(CASE, "soeren", LocalDate.of(2014, 3, 1)),
                new CaseTransferred(CASE, "myndighed-1", "myndighed-2", "anne", REASON, LocalDate.of(2014, 4, 1)),
                new PersonUpdated(CASE, new Person(CPR, NAME, null, 2001, null), REASON, LocalDate.of(2014, 5, 1)),
                new NoteAdded(CASE, NOTE, sealed("NOTE"), LocalDate.of(2014, 5, 2)),
                new NetworkMeetingHeld(CASE, MEETING, true, sealed("SUMMARY"), LocalDate.of(2014, 5, 6)),
                new CaseClosed(CASE, REASON, LocalDate.of(2016, 6, 30)),
                new CaseReopened(CASE, REASON, LocalDate.of(2016, 9, 1)),
                new InterventionDecided(CASE, INTERVENTION, terms(), LocalDate.of(2014, 6, 2)),
                new SteppedUp(CASE, INTERVENTION, move(2, 4), LocalDate.of(2014, 6, 2)),
                new SteppedDown(CASE, INTERVENTION, move(6, 4), LocalDate.of(2014, 6, 2)),
                new MovedLaterally(CASE, INTERVENTION, move(4, 4), LocalDate.of(2014, 6, 2)),
                new Supplemented(CASE, INTERVENTION, move(5, 4), LocalDate.of(2014, 6, 2)),
                new Resumed(CASE, INTERVENTION, move(4, 4), LocalDate.of(2014, 6, 2)),
                new InterventionStarted(CASE, INTERVENTION, LocalDate.of(2014, 6, 16)),
                new InterventionExtended(
                        CASE, INTERVENTION, LocalDate.of(2015, 12, 31), REASON, LocalDate.of(2015, 5, 20)),
                new InterventionAdjusted(
                        CASE,
                        INTERVENTION,
                        List.of(new Goal(GOAL, sealed("GOAL"))),
                        sealed("EXIT"),
                        LocalDate.of(2015, 12, 31),
                        RightStep.HIGHER_THAN_NEEDED,
                        REASON,
                        LocalDate.of(2015, 6, 1)),
                new PlacementSiteChanged(
                        CASE, INTERVENTION, "plejefamilie-1", "plejefamilie-2", REASON, true, LocalDate.of(2015, 8, 1)),
                new InterventionEnded(
                        CASE,
                        INTERVENTION,
                        Set.of(EndReason.GOALS_REACHED),
                        Destination.PARENTS_HOME,
                        false,
                        sealed("EXPLANATION"),
                        LocalDate.of(2015, 12, 31)),
                new DecisionAnnulled(CASE, INTERVENTION, REASON, LocalDate.of(2014, 6, 3)),
                new CompassScored(CASE, SCORING, scoring(), LocalDate.of(2014, 2, 3)),
                new ScoringCorrected(CASE, SCORING, scoring(), REASON, LocalDate.of(2014, 2, 4)),
                new ScoringAnnulled(CASE, SCORING, REASON, LocalDate.of(2014, 2, 5)));
    }

    /** A sealed text in form only: nobody holds a key to it. */
    public static SealedText sealed(String label) {
        return new SealedText("1.AAAA" + label);
    }

    private static Terms terms() {
        return new Terms(
                "netvaerksplejefamilie",
                new LegalBasis(Law.SEL, "§52 stk. 3 nr. 7"),
                "kbh-tpf-1",
                4,
                "plejefamilie-1",
                "mtfc",
                LocalDate.of(2014, 6, 16),
                LocalDate.of(2015, 6, 15),
                List.of(new Goal(GOAL, sealed("GOAL"))),
                sealed("EXIT"),
                new PlacementBasis(
                        PlacementBasis.Kind.CONSENT,
                        new LegalBasis(Law.SEL, "§52 stk. 3 nr. 7"),
                        LocalDate.of(2014, 5, 30)),
                RightStep.RIGHT,
                13,
                sealed("OVERRIDE"),
                REASON);
    }

    private static Move move(int fromStep, int toStep) {
        return new Move(FROM, INTERVENTION, fromStep, toStep, REASON, List.of(SCORING));
    }

    private static Scoring scoring() {
        return new Scoring(
                "udsatte-boern-og-unge-13-23",
                "1",
                Rater.EMPLOYEE,
                Occasion.ENTRY,
                "plejefamilie-1",
                List.of(
                        new DimensionScore(1, 4, null, "a", sealed("COMMENT")),
                        new DimensionScore(2, null, NotAssessed.CITIZEN_DECLINED, null, null)));
    }
}
