package dk.effektspor.command;

import static dk.effektspor.command.Casework.CASE;
import static dk.effektspor.command.Casework.CITIZEN;
import static dk.effektspor.command.Casework.TEXT;

import dk.effektspor.command.casefile.CaseFileCommand.AddNote;
import dk.effektspor.command.casefile.CaseFileCommand.AssignCase;
import dk.effektspor.command.casefile.CaseFileCommand.CloseCase;
import dk.effektspor.command.casefile.CaseFileCommand.HoldNetworkMeeting;
import dk.effektspor.command.casefile.CaseFileCommand.OpenCase;
import dk.effektspor.command.casefile.CaseFileCommand.ReopenCase;
import dk.effektspor.command.casefile.CaseFileCommand.TransferCase;
import dk.effektspor.command.casefile.CaseFileCommand.UpdatePerson;
import dk.effektspor.command.forandringskompas.ForandringskompasCommand.AnnulScoring;
import dk.effektspor.command.forandringskompas.ForandringskompasCommand.CorrectScoring;
import dk.effektspor.command.forandringskompas.ForandringskompasCommand.ScoreCompass;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.AdjustIntervention;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.AnnulDecision;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.ChangePlacementSite;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.DecideIntervention;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.EndIntervention;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.ExtendIntervention;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.MoveLaterally;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.Resume;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.StartIntervention;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.StepDown;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.StepUp;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.Supplement;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseNumber;
import dk.effektspor.shared.casefile.MeetingId;
import dk.effektspor.shared.casefile.NoteId;
import dk.effektspor.shared.casefile.Person;
import dk.effektspor.shared.forandringskompas.ScoringId;
import dk.effektspor.shared.indsatstrappe.Destination;
import dk.effektspor.shared.indsatstrappe.EndReason;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.DecisionAnnulled;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionEnded;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionStarted;
import dk.effektspor.shared.indsatstrappe.InterventionId;
import dk.effektspor.shared.indsatstrappe.RightStep;
import dk.effektspor.shared.indsatstrappe.Terms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Commands that a careless office might send: mostly sensible, often too late, too early or twice. */
final class RandomCasework {

    static final LocalDate TODAY = LocalDate.of(2014, 12, 1);
    static final LocalDate LATEST = TODAY.plusDays(366);
    private static final LocalDate OPENED_ON = LocalDate.of(2014, 1, 6);

    private final Random random;
    private final List<InterventionId> decided = new ArrayList<>();
    private final List<InterventionId> running = new ArrayList<>();
    private int sent;

    RandomCasework(Random random) {
        this.random = random;
    }

    /** The next command, of someone who knows most of the time what has happened so far. */
    CaseCommand next(List<CaseEvent> sofar) {
        decided.clear();
        running.clear();
        for (CaseEvent event : sofar) {
            if (event instanceof InterventionDecided happened) {
                decided.add(happened.interventionId());
            } else if (event instanceof InterventionStarted happened) {
                running.add(happened.interventionId());
            } else if (event instanceof InterventionEnded happened) {
                running.remove(happened.interventionId());
            } else if (event instanceof DecisionAnnulled happened) {
                running.remove(happened.interventionId());
                decided.remove(happened.interventionId());
            }
        }
        if (sent++ == 0) {
            return open();
        }
        return switch (random.nextInt(28)) {
            case 0 -> random.nextBoolean() ? open() : new AssignCase(CASE, one("mette", "anne"), date());
            case 1 ->
                new TransferCase(
                        CASE, one("myndighed-1", "myndighed-2", "center-1"), one("mette", "anne"), null, date());
            case 2 ->
                new UpdatePerson(CASE, new Person(TEXT, TEXT, null, 1999 + random.nextInt(2), null), TEXT, date());
            case 3 -> new AddNote(CASE, new NoteId(id(1, 9)), TEXT, date());
            case 4 -> new HoldNetworkMeeting(CASE, new MeetingId(id(2, 9)), true, null, date());
            case 5 -> random.nextInt(3) > 0 ? ended() : new CloseCase(CASE, TEXT, date());
            case 6, 7 -> new ReopenCase(CASE, TEXT, date());
            case 8 -> new ScoreCompass(CASE, scoring(), Samples.scoring(random.nextInt(12)), date());
            case 9 -> new CorrectScoring(CASE, scoring(), Samples.scoring(1 + random.nextInt(10)), TEXT, date());
            case 10 -> random.nextInt(4) > 0 ? ended() : new AnnulScoring(CASE, scoring(), TEXT, date());
            case 11 -> random.nextInt(4) > 0 ? started() : new AnnulDecision(CASE, intervention(), TEXT, date());
            case 12 -> new ExtendIntervention(CASE, intervention(), date().plusYears(1), TEXT, date());
            case 13 ->
                new AdjustIntervention(CASE, intervention(), null, null, date(), one(RightStep.values()), TEXT, date());
            case 14, 15 ->
                new ChangePlacementSite(
                        CASE, oneOf(running), one("familien-a", "familien-b", "familiehuset"), TEXT, false, date());
            case 16, 17 -> new DecideIntervention(CASE, fresh(), terms(), date());
            case 18, 19, 20 -> move();
            case 21, 22, 23, 24 -> started();
            default -> ended();
        };
    }

    private CaseCommand open() {
        return new OpenCase(
                CASE,
                CITIZEN,
                new CaseNumber("2014-0077042"),
                new Person(TEXT, TEXT, null, 2000, null),
                TestCatalogue.YOUTH,
                "myndighed-1",
                one("mette", "mette", "anne"),
                OPENED_ON);
    }

    private CaseCommand started() {
        return new StartIntervention(CASE, intervention(), date());
    }

    private CaseCommand ended() {
        return new EndIntervention(
                CASE,
                random.nextInt(3) == 0 ? oneOf(running) : intervention(),
                Set.of(one(EndReason.values())),
                one(Destination.values()),
                random.nextInt(5) == 0,
                null,
                date());
    }

    private CaseCommand move() {
        List<ScoringId> restsOn = random.nextInt(4) == 0 ? List.of(scoring()) : List.of();
        InterventionId to = fresh();
        InterventionId from = random.nextInt(3) == 0 ? intervention() : oneOf(running);
        Terms terms = terms();
        return switch (random.nextInt(5)) {
            case 0 -> new StepUp(CASE, to, from, terms, TEXT, restsOn, date());
            case 1 -> new StepDown(CASE, to, from, terms, TEXT, restsOn, date());
            case 2 -> new MoveLaterally(CASE, to, from, terms, TEXT, restsOn, date());
            case 3 -> new Supplement(CASE, to, from, terms, TEXT, restsOn, date());
            default -> new Resume(CASE, to, from, terms, TEXT, restsOn, date());
        };
    }

    private Terms terms() {
        LocalDate start = date().plusMonths(2);
        LocalDate end = random.nextInt(6) == 0 ? null : start.plusDays(random.nextInt(600));
        return switch (random.nextInt(5)) {
            case 0 -> Samples.terms(TestCatalogue.ADVICE, 1, false, null, start, end);
            case 1 -> Samples.terms(TestCatalogue.CONTACT_PERSON, 2, false, null, start, end);
            case 2 -> Samples.terms(TestCatalogue.FAMILY_TREATMENT, 2, false, "familiehuset", start, end);
            case 3 -> Samples.terms(TestCatalogue.FOSTER_FAMILY, 5, true, "familien-a", start, end);
            default -> Samples.terms(TestCatalogue.INSTITUTION, 6, true, null, start, end);
        };
    }

    /** Time goes by as commands are sent, but what they tell may lie some weeks off, and now and then far off. */
    private LocalDate date() {
        int off = random.nextInt(20) == 0 ? random.nextInt(900) - 100 : random.nextInt(30) - 10;
        return OPENED_ON.plusDays(sent * 2L + off);
    }

    private InterventionId fresh() {
        return random.nextInt(20) == 0 ? intervention() : new InterventionId(new UUID(3, sent));
    }

    private InterventionId intervention() {
        return oneOf(decided);
    }

    /** One of them, lately mentioned rather than long ago; now and then one that nobody knows. */
    private InterventionId oneOf(List<InterventionId> known) {
        if (known.isEmpty() || random.nextInt(20) == 0) {
            return new InterventionId(id(3, 200));
        }
        return known.get(known.size() - 1 - random.nextInt(Math.min(3, known.size())));
    }

    private ScoringId scoring() {
        return new ScoringId(id(4, 5));
    }

    private UUID id(int kind, int howMany) {
        return new UUID(kind, random.nextInt(howMany));
    }

    @SafeVarargs
    private <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
