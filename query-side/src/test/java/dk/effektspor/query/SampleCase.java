package dk.effektspor.query;

import dk.effektspor.platform.vault.Vault;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.casefile.CaseFileEvent.NetworkMeetingHeld;
import dk.effektspor.shared.casefile.CaseFileEvent.NoteAdded;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.CaseNumber;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.casefile.MeetingId;
import dk.effektspor.shared.casefile.NoteId;
import dk.effektspor.shared.casefile.Person;
import dk.effektspor.shared.forandringskompas.DimensionScore;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.CompassScored;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringCorrected;
import dk.effektspor.shared.forandringskompas.Occasion;
import dk.effektspor.shared.forandringskompas.Rater;
import dk.effektspor.shared.forandringskompas.Scoring;
import dk.effektspor.shared.forandringskompas.ScoringId;
import dk.effektspor.shared.indsatstrappe.Destination;
import dk.effektspor.shared.indsatstrappe.EndReason;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionEnded;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionStarted;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.SteppedDown;
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

/** A case whose whole story can be read off this page; its texts are really sealed. */
public final class SampleCase {

    public static final String NAME = "Karla Opdigtet";
    public static final LocalDate OPENED = LocalDate.of(2025, 1, 6);
    public static final LocalDate PLACED = LocalDate.of(2025, 2, 3);
    public static final LocalDate STEPPED_DOWN = LocalDate.of(2025, 9, 1);

    public final CaseId caseId = new CaseId(UUID.randomUUID());
    public final InterventionId placement = new InterventionId(UUID.randomUUID());
    public final InterventionId advice = new InterventionId(UUID.randomUUID());
    public final ScoringId entry = new ScoringId(UUID.randomUUID());
    public final ScoringId followUp = new ScoringId(UUID.randomUUID());
    public final String caseNumber;
    private final CitizenId citizen;
    private final Vault vault;
    private final String unit;
    private final String cpr;

    public SampleCase(Vault vault, String cpr, String unit, String caseNumber) {
        this.vault = vault;
        this.cpr = cpr;
        this.citizen = vault.citizenWith(cpr);
        this.unit = unit;
        this.caseNumber = caseNumber;
    }

    /** Opened, scored, placed on step 5, stepped down to advice on step 1, scored again, and the first scoring corrected. */
    public List<CaseEvent> events() {
        return List.of(
                new CaseOpened(
                        caseId,
                        citizen,
                        new CaseNumber(caseNumber),
                        new Person(sealed(cpr), sealed(NAME), null, 2012, null),
                        "UBU-13-18",
                        unit,
                        "anna",
                        OPENED),
                new CompassScored(caseId, entry, scoring(Occasion.ENTRY, 3), LocalDate.of(2025, 1, 20)),
                new InterventionDecided(caseId, placement, terms("PLEJEFAMILIE", 5), LocalDate.of(2025, 1, 27)),
                new InterventionStarted(caseId, placement, PLACED),
                new CompassScored(caseId, followUp, scoring(Occasion.FOLLOW_UP, 6), LocalDate.of(2025, 8, 20)),
                new InterventionDecided(caseId, advice, terms("RAADGIVNING", 1), LocalDate.of(2025, 8, 25)),
                new SteppedDown(
                        caseId,
                        advice,
                        new Move(placement, advice, 5, 1, sealed("Klarer sig godt"), List.of(followUp)),
                        LocalDate.of(2025, 8, 25)),
                new InterventionStarted(caseId, advice, STEPPED_DOWN),
                new InterventionEnded(
                        caseId,
                        placement,
                        Set.of(EndReason.REPLACED_BY_MOVE, EndReason.GOALS_REACHED),
                        Destination.OTHER_INTERVENTION,
                        false,
                        null,
                        STEPPED_DOWN),
                new ScoringCorrected(
                        caseId, entry, scoring(Occasion.ENTRY, 4), sealed("Tastefejl"), LocalDate.of(2025, 1, 20)));
    }

    public NoteAdded note(String text, LocalDate on) {
        return new NoteAdded(caseId, new NoteId(UUID.randomUUID()), sealed(text), on);
    }

    public NetworkMeetingHeld meeting(String summary, LocalDate on) {
        return new NetworkMeetingHeld(caseId, new MeetingId(UUID.randomUUID()), true, sealed(summary), on);
    }

    private SealedText sealed(String clear) {
        return vault.seal(citizen, clear);
    }

    private Terms terms(String measure, int step) {
        return new Terms(
                measure,
                new LegalBasis(Law.BL, "§32 stk. 1 nr. 2"),
                "KBH-TPF",
                step,
                null,
                null,
                PLACED,
                LocalDate.of(2026, 2, 2),
                List.of(),
                sealed("Hjem igen"),
                null,
                RightStep.RIGHT,
                13,
                null,
                sealed("Der er brug for ro"));
    }

    private static Scoring scoring(Occasion occasion, int score) {
        return new Scoring(
                "UBU-13-18",
                "1",
                Rater.EMPLOYEE,
                occasion,
                null,
                IntStream.rangeClosed(1, 10)
                        .mapToObj(dimension -> new DimensionScore(dimension, score, null, null, null))
                        .toList());
    }
}
