package dk.effektspor.command;

import static dk.effektspor.command.Casework.CASE;
import static dk.effektspor.command.Casework.CITIZEN;
import static dk.effektspor.command.Casework.PERSON;
import static dk.effektspor.command.Casework.TEXT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.effektspor.command.casefile.CaseFileCommand.CloseCase;
import dk.effektspor.command.casefile.CaseFileCommand.HoldNetworkMeeting;
import dk.effektspor.command.casefile.CaseFileCommand.OpenCase;
import dk.effektspor.command.casefile.CaseFileCommand.ReopenCase;
import dk.effektspor.command.casefile.CaseFileCommand.TransferCase;
import dk.effektspor.command.forandringskompas.ForandringskompasCommand.CorrectScoring;
import dk.effektspor.command.forandringskompas.ForandringskompasCommand.ScoreCompass;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.ChangePlacementSite;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.DecideIntervention;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.EndIntervention;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.ExtendIntervention;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.StartIntervention;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.StepDown;
import dk.effektspor.command.indsatstrappe.IndsatstrappeCommand.StepUp;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseNumber;
import dk.effektspor.shared.casefile.MeetingId;
import dk.effektspor.shared.forandringskompas.ScoringId;
import dk.effektspor.shared.indsatstrappe.Destination;
import dk.effektspor.shared.indsatstrappe.EndReason;
import dk.effektspor.shared.indsatstrappe.InterventionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One youth's way through the system, told from beginning to end. */
class WholeLifeTest {

    private static final InterventionId AT_HOME = InterventionId.of("00000000-0000-4000-8000-0000000000e1");
    private static final InterventionId AWAY = InterventionId.of("00000000-0000-4000-8000-0000000000e2");
    private static final InterventionId HOME_AGAIN = InterventionId.of("00000000-0000-4000-8000-0000000000e3");
    private static final ScoringId ENTRY = ScoringId.of("00000000-0000-4000-8000-0000000000e4");
    private static final ScoringId FOLLOW_UP = ScoringId.of("00000000-0000-4000-8000-0000000000e5");
    private static final MeetingId MEETING = MeetingId.of("00000000-0000-4000-8000-0000000000e6");

    private final CaseOffice office = CaseOffice.replaying();

    @Test
    void a_youth_is_helped_at_home_then_away_from_home_and_comes_back() {
        // A case is opened in January and an entry scoring made.
        office.on(
                day(1, 6),
                new OpenCase(
                        CASE,
                        CITIZEN,
                        new CaseNumber("2014-0077042"),
                        PERSON,
                        TestCatalogue.YOUTH,
                        "myndighed-1",
                        "mette",
                        day(1, 6)));
        office.on(day(1, 20), new ScoreCompass(CASE, ENTRY, Samples.scoring(4), day(1, 17)));

        // Family treatment is decided. It cannot start before somebody has planned how it is to end.
        office.on(
                day(2, 3), new DecideIntervention(CASE, AT_HOME, Samples.familyTreatment(day(2, 10), null), day(2, 3)));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> office.on(day(2, 10), new StartIntervention(CASE, AT_HOME, day(2, 10))))
                .withMessageContaining("indsatstrappe.no-planned-end");
        office.on(day(2, 11), Samples.planEnd(AT_HOME, day(8, 10), day(2, 10)));
        office.on(day(2, 11), new StartIntervention(CASE, AT_HOME, day(2, 10)));
        office.on(day(4, 2), new HoldNetworkMeeting(CASE, MEETING, true, TEXT, day(4, 1)));

        // It does not help. A follow-up scoring shows it, and the youth moves to a foster family.
        office.on(day(5, 1), new ScoreCompass(CASE, FOLLOW_UP, Samples.scoring(3), day(4, 30)));
        office.on(
                day(5, 5),
                new StepUp(
                        CASE,
                        AWAY,
                        AT_HOME,
                        Samples.fosterFamily(day(5, 12)),
                        TEXT,
                        List.of(ENTRY, FOLLOW_UP),
                        day(5, 5)));
        long moved = office.on(day(5, 12), new StartIntervention(CASE, AWAY, day(5, 12)));
        assertThat(office.events()).hasSize((int) moved);
        assertThat(kinds()).endsWith("indsatstrappe.intervention-started", "indsatstrappe.intervention-ended");

        // The first family gives up, the next one holds; the family moves to another part of town, and the case with
        // it.
        office.on(day(7, 1), new ChangePlacementSite(CASE, AWAY, "familien-b", TEXT, true, day(6, 30)));
        office.on(day(7, 15), new TransferCase(CASE, "myndighed-2", "anne", null, day(7, 15)));
        office.on(day(8, 1), new ExtendIntervention(CASE, AWAY, day(2015, 12, 31), TEXT, day(8, 1)));

        // Somebody notices that the follow-up scoring was entered wrongly; the old one stays in the record.
        office.on(day(8, 15), new CorrectScoring(CASE, FOLLOW_UP, Samples.scoring(2), TEXT, day(4, 30)));

        // Things improve: home again with treatment, and then without.
        office.on(
                day(9, 1),
                new StepDown(
                        CASE,
                        HOME_AGAIN,
                        AWAY,
                        Samples.familyTreatment(day(9, 8), day(12, 1)),
                        TEXT,
                        List.of(),
                        day(9, 1)));
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(() -> office.on(day(9, 2), new CloseCase(CASE, TEXT, day(9, 2))))
                .withMessageContaining("case.intervention-active");
        office.on(day(9, 8), new StartIntervention(CASE, HOME_AGAIN, day(9, 8)));
        office.on(
                day(12, 1),
                new EndIntervention(
                        CASE,
                        HOME_AGAIN,
                        Set.of(EndReason.GOALS_REACHED, EndReason.PLANNED_END),
                        Destination.STAYS_AT_HOME,
                        false,
                        null,
                        day(12, 1)));
        office.on(day(12, 2), new CloseCase(CASE, TEXT, day(12, 1)));

        // The case is taken up again in the new year.
        office.on(day(2015, 2, 1), new ReopenCase(CASE, TEXT, day(2015, 2, 1)));

        assertThat(kinds())
                .containsExactly(
                        "case.opened",
                        "forandringskompas.scored",
                        "indsatstrappe.intervention-decided",
                        "indsatstrappe.intervention-adjusted",
                        "indsatstrappe.intervention-started",
                        "case.network-meeting-held",
                        "forandringskompas.scored",
                        "indsatstrappe.intervention-decided",
                        "indsatstrappe.stepped-up",
                        "indsatstrappe.intervention-started",
                        "indsatstrappe.intervention-ended",
                        "indsatstrappe.placement-site-changed",
                        "case.transferred",
                        "indsatstrappe.intervention-extended",
                        "forandringskompas.scoring-corrected",
                        "indsatstrappe.intervention-decided",
                        "indsatstrappe.stepped-down",
                        "indsatstrappe.intervention-started",
                        "indsatstrappe.intervention-ended",
                        "indsatstrappe.intervention-ended",
                        "case.closed",
                        "case.reopened");
    }

    private List<String> kinds() {
        return office.events().stream().map(CaseEvent::eventName).toList();
    }

    private static LocalDate day(int month, int day) {
        return day(2014, month, day);
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }
}
