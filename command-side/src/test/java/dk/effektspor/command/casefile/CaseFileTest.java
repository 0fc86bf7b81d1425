package dk.effektspor.command.casefile;

import static dk.effektspor.command.Casework.CASE;
import static dk.effektspor.command.Casework.CITIZEN;
import static dk.effektspor.command.Casework.OPENED_ON;
import static dk.effektspor.command.Casework.PERSON;
import static dk.effektspor.command.Casework.TEXT;
import static dk.effektspor.command.Casework.TODAY;
import static dk.effektspor.command.Casework.given;
import static dk.effektspor.command.Casework.nothing;
import static dk.effektspor.command.Casework.on;
import static dk.effektspor.command.Casework.opened;

import dk.effektspor.command.CaseRules;
import dk.effektspor.command.TestCatalogue;
import dk.effektspor.command.casefile.CaseFileCommand.AddNote;
import dk.effektspor.command.casefile.CaseFileCommand.AssignCase;
import dk.effektspor.command.casefile.CaseFileCommand.CloseCase;
import dk.effektspor.command.casefile.CaseFileCommand.HoldNetworkMeeting;
import dk.effektspor.command.casefile.CaseFileCommand.OpenCase;
import dk.effektspor.command.casefile.CaseFileCommand.ReopenCase;
import dk.effektspor.command.casefile.CaseFileCommand.TransferCase;
import dk.effektspor.command.casefile.CaseFileCommand.UpdatePerson;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseAssigned;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseClosed;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseReopened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseTransferred;
import dk.effektspor.shared.casefile.CaseFileEvent.NetworkMeetingHeld;
import dk.effektspor.shared.casefile.CaseFileEvent.NoteAdded;
import dk.effektspor.shared.casefile.CaseFileEvent.PersonUpdated;
import dk.effektspor.shared.casefile.CaseNumber;
import dk.effektspor.shared.casefile.MeetingId;
import dk.effektspor.shared.casefile.NoteId;
import dk.effektspor.shared.casefile.Person;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CaseFileTest {

    private static final NoteId NOTE = NoteId.of("00000000-0000-4000-8000-0000000000a1");
    private static final MeetingId MEETING = MeetingId.of("00000000-0000-4000-8000-0000000000a2");
    private static final CaseClosed CLOSED = new CaseClosed(CASE, TEXT, on(4, 30));

    @Nested
    class Opening {

        @Test
        void a_case_is_opened() {
            nothing().when(open("myndighed-1", OPENED_ON)).records(opened());
        }

        @Test
        void a_case_is_opened_with_an_old_date() {
            LocalDate old = LocalDate.of(1999, 5, 4);
            nothing()
                    .when(open("myndighed-1", old))
                    .records(new CaseOpened(
                            CASE,
                            CITIZEN,
                            new CaseNumber("2014-0077042"),
                            PERSON,
                            TestCatalogue.YOUTH,
                            "myndighed-1",
                            "mette",
                            old));
        }

        @Test
        void a_case_opened_again_with_the_same_facts_is_already_so() {
            given().when(open("myndighed-1", OPENED_ON)).isAlreadySo();
        }

        @Test
        void a_case_is_not_opened_again_with_other_facts() {
            given().when(open("myndighed-2", OPENED_ON)).isRefused(CaseRules.ALREADY_OPEN);
        }

        @Test
        void a_target_group_has_a_compass() {
            nothing()
                    .when(open("andre", "myndighed-1", "mette", PERSON, OPENED_ON))
                    .isRefused(CaseRules.UNKNOWN_TARGET_GROUP, "targetGroup", "andre");
        }

        @Test
        void the_unit_exists_on_the_date() {
            nothing()
                    .when(open("myndighed-3", OPENED_ON))
                    .isRefused(CaseRules.UNKNOWN_UNIT, "unit", "myndighed-3", "on", OPENED_ON);
        }

        @Test
        void the_unit_is_an_authority() {
            nothing().when(open("center-1", OPENED_ON)).isRefused(CaseRules.UNIT_NOT_AUTHORITY, "unit", "center-1");
        }

        @Test
        void somebody_is_the_caseworker() {
            nothing()
                    .when(open(TestCatalogue.YOUTH, "myndighed-1", " ", PERSON, OPENED_ON))
                    .isRefused(CaseRules.NO_CASEWORKER);
        }

        @Test
        void the_bydel_is_known() {
            Person elsewhere = new Person(TEXT, TEXT, null, 2000, "atlantis");
            nothing()
                    .when(open(TestCatalogue.YOUTH, "myndighed-1", "mette", elsewhere, OPENED_ON))
                    .isRefused(CaseRules.UNKNOWN_BYDEL, "bydel", "atlantis");
        }

        @Test
        void a_case_is_not_opened_beyond_the_limit_ahead() {
            LocalDate latest = TODAY.plusDays(366);
            nothing()
                    .when(open("myndighed-1", latest.plusDays(1)))
                    .isRefused(CaseRules.TOO_FAR_AHEAD, "on", latest.plusDays(1), "latest", latest);
        }
    }

    @Nested
    class Responsible {

        @Test
        void another_caseworker_takes_over() {
            given().when(new AssignCase(CASE, "anne", on(2, 1))).records(new CaseAssigned(CASE, "anne", on(2, 1)));
        }

        @Test
        void the_same_caseworker_is_already_so() {
            given().when(new AssignCase(CASE, "mette", on(2, 1))).isAlreadySo();
        }

        @Test
        void nobody_cannot_take_over() {
            given().when(new AssignCase(CASE, "", on(2, 1))).isRefused(CaseRules.NO_CASEWORKER);
        }

        @Test
        void responsibility_is_told_in_order() {
            given(new CaseAssigned(CASE, "anne", on(3, 1)))
                    .when(new AssignCase(CASE, "soeren", on(2, 1)))
                    .isRefused(CaseRules.BEFORE_LATEST_RESPONSIBLE, "on", on(2, 1), "since", on(3, 1));
        }

        @Test
        void another_unit_takes_over() {
            given().when(transfer("myndighed-2", "anne"))
                    .records(new CaseTransferred(CASE, "myndighed-1", "myndighed-2", "anne", TEXT, on(3, 1)));
        }

        @Test
        void the_same_unit_and_caseworker_is_already_so() {
            given().when(transfer("myndighed-1", "mette")).isAlreadySo();
        }

        @Test
        void within_the_unit_a_case_is_assigned_not_transferred() {
            given().when(transfer("myndighed-1", "anne")).isRefused(CaseRules.SAME_UNIT, "unit", "myndighed-1");
        }

        @Test
        void the_new_unit_exists_on_the_date() {
            given().when(transfer("myndighed-3", "anne")).isRefused(CaseRules.UNKNOWN_UNIT);
        }

        @Test
        void the_new_unit_is_an_authority() {
            given().when(transfer("center-1", "anne")).isRefused(CaseRules.UNIT_NOT_AUTHORITY);
        }

        private TransferCase transfer(String unit, String caseworker) {
            return new TransferCase(CASE, unit, caseworker, TEXT, on(3, 1));
        }
    }

    @Nested
    class Journal {

        private final Person moved = new Person(TEXT, TEXT, TEXT, 2000, null);

        @Test
        void the_person_is_updated() {
            given().when(new UpdatePerson(CASE, moved, TEXT, on(2, 1)))
                    .records(new PersonUpdated(CASE, moved, TEXT, on(2, 1)));
        }

        @Test
        void the_same_person_is_already_so() {
            given().when(new UpdatePerson(CASE, PERSON, TEXT, on(2, 1))).isAlreadySo();
        }

        @Test
        void the_bydel_of_the_person_is_known() {
            given().when(new UpdatePerson(CASE, new Person(TEXT, TEXT, null, 2000, "atlantis"), TEXT, on(2, 1)))
                    .isRefused(CaseRules.UNKNOWN_BYDEL);
        }

        @Test
        void a_note_is_added_once() {
            NoteAdded added = new NoteAdded(CASE, NOTE, TEXT, on(2, 1));
            AddNote add = new AddNote(CASE, NOTE, TEXT, on(2, 1));
            given().when(add).records(added);
            given(added).when(add).isAlreadySo();
        }

        @Test
        void a_network_meeting_is_held_once() {
            NetworkMeetingHeld held = new NetworkMeetingHeld(CASE, MEETING, true, null, on(2, 1));
            HoldNetworkMeeting hold = new HoldNetworkMeeting(CASE, MEETING, true, null, on(2, 1));
            given().when(hold).records(held);
            given(held).when(hold).isAlreadySo();
        }

        @Test
        void nothing_happens_before_the_case_is_opened() {
            given().when(new AddNote(CASE, NOTE, TEXT, OPENED_ON.minusDays(1)))
                    .isRefused(CaseRules.BEFORE_OPENING, "on", OPENED_ON.minusDays(1), "openedOn", OPENED_ON);
        }

        @Test
        void nothing_is_dated_beyond_the_limit_ahead() {
            given().when(new AddNote(CASE, NOTE, TEXT, TODAY.plusDays(367))).isRefused(CaseRules.TOO_FAR_AHEAD);
        }
    }

    @Nested
    class Closing {

        @Test
        void a_case_is_closed() {
            given().when(new CloseCase(CASE, TEXT, on(4, 30))).records(CLOSED);
        }

        @Test
        void a_case_closed_on_the_date_is_already_so() {
            given(CLOSED).when(new CloseCase(CASE, TEXT, on(4, 30))).isAlreadySo();
        }

        @Test
        void a_closed_case_is_not_closed_on_another_date() {
            given(CLOSED).when(new CloseCase(CASE, TEXT, on(5, 1))).isRefused(CaseRules.CLOSED, "closedOn", on(4, 30));
        }

        @Test
        void a_case_is_not_closed_before_it_was_reopened() {
            given(CLOSED, new CaseReopened(CASE, TEXT, on(5, 10)))
                    .when(new CloseCase(CASE, TEXT, on(5, 9)))
                    .isRefused(CaseRules.BEFORE_REOPENING);
        }

        @Test
        void a_closed_case_is_reopened() {
            given(CLOSED).when(new ReopenCase(CASE, TEXT, on(5, 10))).records(new CaseReopened(CASE, TEXT, on(5, 10)));
        }

        @Test
        void a_case_reopened_on_the_date_is_already_so() {
            given(CLOSED, new CaseReopened(CASE, TEXT, on(5, 10)))
                    .when(new ReopenCase(CASE, TEXT, on(5, 10)))
                    .isAlreadySo();
        }

        @Test
        void a_case_that_is_not_closed_is_not_reopened() {
            given().when(new ReopenCase(CASE, TEXT, on(5, 10))).isRefused(CaseRules.NOT_CLOSED);
        }

        @Test
        void a_case_is_not_reopened_before_it_was_closed() {
            given(CLOSED).when(new ReopenCase(CASE, TEXT, on(4, 29))).isRefused(CaseRules.BEFORE_CLOSING);
        }

        @Test
        void a_closed_case_takes_no_new_fact() {
            given(CLOSED).when(new AddNote(CASE, NOTE, TEXT, on(2, 1))).isRefused(CaseRules.CLOSED);
            given(CLOSED).when(new AssignCase(CASE, "anne", on(5, 1))).isRefused(CaseRules.CLOSED);
            given(CLOSED)
                    .when(new TransferCase(CASE, "myndighed-2", "anne", null, on(5, 1)))
                    .isRefused(CaseRules.CLOSED);
            given(CLOSED)
                    .when(new HoldNetworkMeeting(CASE, MEETING, true, null, on(2, 1)))
                    .isRefused(CaseRules.CLOSED);
        }

        @Test
        void the_person_in_a_closed_case_can_be_put_right() {
            Person right = new Person(TEXT, TEXT, null, 2001, null);
            given(CLOSED)
                    .when(new UpdatePerson(CASE, right, TEXT, on(5, 1)))
                    .records(new PersonUpdated(CASE, right, TEXT, on(5, 1)));
        }
    }

    private static OpenCase open(String unit, LocalDate on) {
        return open(TestCatalogue.YOUTH, unit, "mette", PERSON, on);
    }

    private static OpenCase open(String targetGroup, String unit, String caseworker, Person person, LocalDate on) {
        return new OpenCase(CASE, CITIZEN, new CaseNumber("2014-0077042"), person, targetGroup, unit, caseworker, on);
    }
}
