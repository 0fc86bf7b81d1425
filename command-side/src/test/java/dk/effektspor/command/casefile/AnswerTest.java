package dk.effektspor.command.casefile;

import static dk.effektspor.command.Casework.CASE;
import static dk.effektspor.command.Casework.CITIZEN;
import static dk.effektspor.command.Casework.OPENED_ON;
import static dk.effektspor.command.Casework.PERSON;
import static dk.effektspor.command.Casework.fixture;
import static dk.effektspor.command.Casework.given;
import static dk.effektspor.command.Casework.nothing;
import static dk.effektspor.command.Casework.on;
import static dk.effektspor.command.Casework.opened;
import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.command.AccessRefused;
import dk.effektspor.command.CaseRules;
import dk.effektspor.command.TestCatalogue;
import dk.effektspor.command.VersionConflict;
import dk.effektspor.command.casefile.CaseFileCommand.AssignCase;
import dk.effektspor.command.casefile.CaseFileCommand.OpenCase;
import dk.effektspor.command.casefile.CaseFileCommand.TransferCase;
import dk.effektspor.command.platform.CommandTrace;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.EventTrace;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseAssigned;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseTransferred;
import dk.effektspor.shared.casefile.CaseNumber;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** What stands before every command: who asks, what they have seen, and whether it was answered before. */
class AnswerTest {

    private static final OpenCase OPEN = new OpenCase(
            CASE,
            CITIZEN,
            new CaseNumber("2014-0077042"),
            PERSON,
            TestCatalogue.YOUTH,
            "myndighed-1",
            "mette",
            OPENED_ON);
    private static final AssignCase ASSIGN = new AssignCase(CASE, "anne", on(2, 1));

    @Test
    void a_case_of_an_own_unit_may_be_changed() {
        given().within("myndighed-1").when(ASSIGN).records(new CaseAssigned(CASE, "anne", on(2, 1)));
    }

    @Test
    void a_case_of_another_unit_may_not_be_changed() {
        given().within("myndighed-2", "myndighed-3").when(ASSIGN).fails(AccessRefused.class);
    }

    @Test
    void a_case_is_opened_within_reach_only() {
        nothing().within("myndighed-1").when(OPEN).records(opened());
        nothing().within("myndighed-2").when(OPEN).fails(AccessRefused.class);
    }

    @Test
    void a_unit_that_does_not_exist_is_unknown_rather_than_out_of_reach() {
        OpenCase nowhere = new OpenCase(
                OPEN.caseId(),
                OPEN.citizenId(),
                OPEN.caseNumber(),
                OPEN.person(),
                OPEN.targetGroup(),
                "XYZ",
                OPEN.caseworker(),
                OPEN.effectiveOn());

        nothing().within("myndighed-2").when(nowhere).isRefused(CaseRules.UNKNOWN_UNIT, "unit", "XYZ");
    }

    @Test
    void a_case_is_handed_to_a_unit_outside_reach_and_then_is_out_of_reach() {
        CaseTransferred transferred = new CaseTransferred(CASE, "myndighed-1", "myndighed-2", "anne", null, on(3, 1));
        given().within("myndighed-1")
                .when(new TransferCase(CASE, "myndighed-2", "anne", null, on(3, 1)))
                .records(transferred);
        given(transferred).within("myndighed-1").when(OPEN).fails(AccessRefused.class);
    }

    @Test
    void a_caller_who_has_seen_this_version_may_change_it() {
        given().expecting(1).when(ASSIGN).records(new CaseAssigned(CASE, "anne", on(2, 1)));
        nothing().expecting(0).when(OPEN).records(opened());
    }

    @Test
    void a_caller_who_has_seen_another_version_may_not() {
        given().expecting(2).when(ASSIGN).fails(VersionConflict.class);
        nothing().expecting(1).when(OPEN).fails(VersionConflict.class);
    }

    @Test
    void access_comes_before_the_version() {
        given().within("myndighed-2").expecting(2).when(ASSIGN).fails(AccessRefused.class);
    }

    @Test
    void every_event_carries_the_command_it_came_from() {
        AggregateTestFixture<CaseFile> fixture = fixture();
        fixture.givenNoPriorActivity().when(OPEN, metaData("first")).expectSuccessfulHandlerExecution();
        assertThat(fixture.getEventStore()
                        .readEvents(CASE.toString())
                        .asStream()
                        .map(EventMessage::getMetaData))
                .singleElement()
                .satisfies(trace -> assertThat(trace).containsEntry(EventTrace.COMMAND_ID, "first"));
    }

    @Test
    void the_same_command_again_gets_the_version_it_had_then() {
        AggregateTestFixture<CaseFile> fixture = fixture();
        fixture.given(List.of(
                        event(0, opened(), "first"),
                        event(1, new CaseAssigned(CASE, "anne", on(2, 1)), "second"),
                        event(2, new CaseAssigned(CASE, "soeren", on(3, 1)), "third")))
                .when(ASSIGN, metaData("second"))
                .expectNoEvents()
                .expectResultMessagePayload(2L);
    }

    @Test
    void a_command_answered_before_is_answered_before_anything_else_is_checked() {
        AggregateTestFixture<CaseFile> fixture = fixture();
        Map<String, Object> outOfReachAndStale = new HashMap<>(metaData("first"));
        outOfReachAndStale.put(CommandTrace.SCOPE, "myndighed-2");
        outOfReachAndStale.put(CommandTrace.EXPECTED_VERSION, 0L);
        fixture.given(List.of(event(0, opened(), "first")))
                .when(OPEN, outOfReachAndStale)
                .expectNoEvents()
                .expectResultMessagePayload(1L);
    }

    private static EventMessage<?> event(long sequence, CaseEvent event, String commandId) {
        return new GenericDomainEventMessage<>(
                "CaseFile", CASE.toString(), sequence, event, Map.of(EventTrace.COMMAND_ID, commandId));
    }

    private static Map<String, Object> metaData(String commandId) {
        return Map.of(
                CommandTrace.RECEIVED_AT,
                Instant.parse("2014-06-01T10:00:00Z"),
                CommandTrace.SCOPE,
                CommandTrace.UNBOUND,
                EventTrace.COMMAND_ID,
                commandId);
    }
}
