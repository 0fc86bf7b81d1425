package dk.effektspor.query.effect;

import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseClosed;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseReopened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseTransferred;
import dk.effektspor.shared.casefile.CaseFileEvent.NoteAdded;
import dk.effektspor.shared.casefile.CaseFileEvent.PersonUpdated;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.CaseNumber;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.casefile.NoteId;
import dk.effektspor.shared.casefile.Person;
import dk.effektspor.shared.catalogue.Text;
import dk.effektspor.shared.catalogue.Unit;
import dk.effektspor.shared.catalogue.UnitTree;
import dk.effektspor.shared.catalogue.UnitTrees;
import dk.effektspor.shared.catalogue.Validity;
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
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionEnded;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invents case histories, wilder than the rules would let them be: dates in any order, corrections of anything. */
public final class RandomHistories {

    static final LocalDate FIRST_DAY = LocalDate.of(2011, 1, 1);
    static final Set<String> PLACEMENTS = Set.of("foster", "institution");

    private static final SealedText TEXT = new SealedText("1.text");
    private static final List<String> LEAVES = List.of("a1", "a2", "a3", "b1", "b2", "gone");

    private final Random random;

    public RandomHistories(long seed) {
        this.random = new Random(seed);
    }

    /** Two editions of the organisation: in 2013 unit b1 moved from centre b to centre a, and b2 stands on its own. */
    static UnitTree units() {
        Validity old = new Validity(null, LocalDate.of(2012, 12, 31));
        Validity now = new Validity(LocalDate.of(2013, 1, 1), null);
        return UnitTrees.of(List.of(
                unit("top", null, Validity.ALWAYS),
                unit("a", "top", Validity.ALWAYS),
                unit("b", "top", Validity.ALWAYS),
                unit("a1", "a", Validity.ALWAYS),
                unit("a2", "a", Validity.ALWAYS),
                unit("a3", "a", Validity.ALWAYS),
                unit("b1", "b", old),
                unit("b1", "a", now),
                unit("b2", "b", old),
                unit("b2", null, now)));
    }

    private static Unit unit(String code, @Nullable String parent, Validity validity) {
        return new Unit(code, new Text(code, code), parent, true, validity);
    }

    /** The events of each case in order of recording. */
    public List<List<CaseEvent>> cases() {
        List<List<CaseEvent>> cases = new ArrayList<>();
        int citizens = 5 + random.nextInt(60);
        for (int i = 0; i < citizens; i++) {
            CitizenId citizen = new CitizenId(uuid());
            int count = random.nextInt(5) == 0 ? 2 : 1;
            for (int c = 0; c < count; c++) {
                cases.add(history(citizen));
            }
        }
        return cases;
    }

    private List<CaseEvent> history(CitizenId citizen) {
        CaseId id = new CaseId(uuid());
        List<CaseEvent> events = new ArrayList<>();
        List<InterventionId> interventions = new ArrayList<>();
        List<ScoringId> scorings = new ArrayList<>();
        events.add(new CaseOpened(
                id,
                citizen,
                new CaseNumber("2011-0000001"),
                person(),
                of("children", "adults"),
                leaf(),
                "anna",
                day()));
        int length = random.nextInt(30);
        for (int i = 0; i < length; i++) {
            int kind = random.nextInt(20);
            if (kind < 6) {
                ScoringId scoring = new ScoringId(uuid());
                scorings.add(scoring);
                events.add(new CompassScored(id, scoring, scoring(), day()));
            } else if (kind < 8 && !scorings.isEmpty()) {
                events.add(new ScoringCorrected(id, any(scorings), scoring(), TEXT, day()));
            } else if (kind == 8 && !scorings.isEmpty()) {
                events.add(new ScoringAnnulled(id, any(scorings), TEXT, day()));
            } else if (kind < 11) {
                decide(id, events, interventions);
            } else if (kind < 13 && !interventions.isEmpty()) {
                events.add(new InterventionStarted(id, any(interventions), day()));
            } else if (kind < 15 && !interventions.isEmpty()) {
                events.add(new InterventionEnded(
                        id,
                        any(interventions),
                        Set.of(EndReason.OTHER),
                        Destination.OTHER,
                        random.nextBoolean(),
                        null,
                        day()));
            } else if (kind == 15 && !interventions.isEmpty()) {
                events.add(new PlacementSiteChanged(
                        id, any(interventions), null, tilbud(), TEXT, random.nextBoolean(), day()));
            } else if (kind == 16 && !interventions.isEmpty()) {
                events.add(new DecisionAnnulled(id, any(interventions), TEXT, day()));
            } else if (kind == 17) {
                events.add(new CaseTransferred(id, leaf(), leaf(), "bo", null, day()));
            } else if (kind == 18) {
                events.add(random.nextBoolean() ? new CaseClosed(id, TEXT, day()) : new CaseReopened(id, TEXT, day()));
            } else {
                events.add(
                        random.nextBoolean()
                                ? new PersonUpdated(id, person(), null, day())
                                : new NoteAdded(id, new NoteId(uuid()), TEXT, day()));
            }
        }
        return events;
    }

    private void decide(CaseId id, List<CaseEvent> events, List<InterventionId> interventions) {
        InterventionId decided = new InterventionId(uuid());
        Terms terms = terms();
        events.add(new InterventionDecided(id, decided, terms, day()));
        if (!interventions.isEmpty()) {
            Move move = new Move(any(interventions), decided, 1 + random.nextInt(3), terms.step(), TEXT, List.of());
            LocalDate on = day();
            switch (random.nextInt(6)) {
                case 0 -> events.add(new SteppedUp(id, decided, move, on));
                case 1 -> events.add(new SteppedDown(id, decided, move, on));
                case 2 -> events.add(new MovedLaterally(id, decided, move, on));
                case 3 -> events.add(new Supplemented(id, decided, move, on));
                case 4 -> events.add(new Resumed(id, decided, move, on));
                default -> {}
            }
        }
        interventions.add(decided);
        if (random.nextInt(4) > 0) {
            events.add(new InterventionStarted(id, decided, day()));
        }
    }

    private Terms terms() {
        return new Terms(
                of("foster", "institution", "advice"),
                new LegalBasis(Law.SEL, "§52"),
                random.nextInt(10) == 0 ? "OTHER" : "SBST-6",
                1 + random.nextInt(3),
                random.nextInt(3) == 0 ? null : tilbud(),
                random.nextInt(3) == 0 ? of("MST", "FFT") : null,
                day(),
                null,
                List.of(),
                null,
                null,
                RightStep.NOT_ASSESSED,
                12,
                null,
                TEXT);
    }

    private Scoring scoring() {
        List<DimensionScore> scores = new ArrayList<>();
        for (int dimension = 1; dimension <= 3; dimension++) {
            boolean assessed = random.nextInt(5) > 0;
            String variant = dimension == 2 && random.nextInt(6) > 0 ? of("with", "without") : null;
            scores.add(new DimensionScore(
                    dimension,
                    assessed ? Integer.valueOf(1 + random.nextInt(10)) : null,
                    assessed ? null : NotAssessed.OTHER,
                    variant,
                    null));
        }
        Rater rater = random.nextInt(4) > 0 ? Rater.EMPLOYEE : of(Rater.CITIZEN, Rater.SECOND_RATER);
        String version = random.nextInt(6) > 0 ? "1" : "2";
        String tilbud = random.nextInt(3) == 0 ? tilbud() : null;
        return new Scoring(of("children", "adults"), version, rater, Occasion.FOLLOW_UP, tilbud, scores);
    }

    private Person person() {
        return new Person(TEXT, TEXT, null, 1993 + random.nextInt(6), null);
    }

    private LocalDate day() {
        // Half of the dates on few days, so that facts meet on the same date.
        return random.nextBoolean()
                ? FIRST_DAY.plusDays(random.nextInt(3 * 365))
                : FIRST_DAY.plusMonths(random.nextInt(36));
    }

    private String leaf() {
        return random.nextBoolean() ? "a1" : LEAVES.get(random.nextInt(LEAVES.size()));
    }

    private String tilbud() {
        return random.nextBoolean() ? "home" : of("north", "south");
    }

    @SafeVarargs
    private <T> T of(T... options) {
        return options[random.nextInt(options.length)];
    }

    private <T> T any(List<T> options) {
        return options.get(random.nextInt(options.size()));
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
