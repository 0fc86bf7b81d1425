package dk.effektspor.command.erasure;

import dk.effektspor.command.RuleViolation;
import dk.effektspor.command.TestCatalogue;
import dk.effektspor.command.VersionConflict;
import dk.effektspor.command.erasure.CitizenCommand.ApproveErasure;
import dk.effektspor.command.erasure.CitizenCommand.LiftLegalHold;
import dk.effektspor.command.erasure.CitizenCommand.PlaceLegalHold;
import dk.effektspor.command.erasure.CitizenCommand.RecordErased;
import dk.effektspor.command.erasure.CitizenCommand.RejectErasure;
import dk.effektspor.command.erasure.CitizenCommand.RequestErasure;
import dk.effektspor.command.platform.CircumstancesResolver;
import dk.effektspor.command.platform.CommandTrace;
import dk.effektspor.shared.EventTrace;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.citizen.CitizenEvent;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Test;

class CitizenFileTest {

    private static final CitizenId CITIZEN = CitizenId.of("00000000-0000-4000-8000-000000000002");
    private static final ErasureRequestId FIRST = ErasureRequestId.of("00000000-0000-4000-8000-000000000011");
    private static final ErasureRequestId SECOND = ErasureRequestId.of("00000000-0000-4000-8000-000000000012");
    private static final LegalHoldId HOLD = LegalHoldId.of("00000000-0000-4000-8000-000000000013");
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 3);
    private static final RequestErasure REQUEST =
            new RequestErasure(CITIZEN, FIRST, ErasureGround.ARCHIVE_AUTHORISED, "2025-0012345-7");
    private static final ErasureRequested REQUESTED =
            new ErasureRequested(CITIZEN, FIRST, ErasureGround.ARCHIVE_AUTHORISED, "2025-0012345-7", TODAY);
    private static final ApproveErasure APPROVE = new ApproveErasure(CITIZEN, FIRST);
    private static final ErasureApproved APPROVED = new ErasureApproved(CITIZEN, FIRST, TODAY);
    private static final RejectErasure REJECT = new RejectErasure(CITIZEN, FIRST);
    private static final ErasureRejected REJECTED = new ErasureRejected(CITIZEN, FIRST, TODAY);
    private static final RecordErased RECORD = new RecordErased(CITIZEN, FIRST);
    private static final CitizenErased ERASED = new CitizenErased(CITIZEN, FIRST, TODAY);
    private static final PlaceLegalHold PLACE = new PlaceLegalHold(CITIZEN, HOLD, HoldGround.COMPLAINT);
    private static final LegalHoldPlaced PLACED = new LegalHoldPlaced(CITIZEN, HOLD, HoldGround.COMPLAINT, TODAY);
    private static final LiftLegalHold LIFT = new LiftLegalHold(CITIZEN, HOLD);
    private static final LegalHoldLifted LIFTED = new LegalHoldLifted(CITIZEN, HOLD, TODAY);

    @Test
    void erasure_is_requested_once_on_a_ground() {
        given().by("lone", REQUEST).records(REQUESTED);
        given(REQUESTED).by("lone", REQUEST).records();
        given(REQUESTED)
                .by("lone", new RequestErasure(CITIZEN, FIRST, ErasureGround.ORDERED, "2025-0012345-7"))
                .isRefused(ErasureRules.ALREADY_REQUESTED);
        given(REQUESTED)
                .by("per", new RequestErasure(CITIZEN, SECOND, ErasureGround.ORDERED, "2025-0012345-7"))
                .isRefused(ErasureRules.ALREADY_REQUESTED);
    }

    @Test
    void a_rejected_request_may_be_made_anew_and_an_approved_one_may_not() {
        RequestErasure again = new RequestErasure(CITIZEN, SECOND, ErasureGround.ORDERED, "2025-0000001");

        given(REQUESTED, REJECTED)
                .by("lone", again)
                .records(new ErasureRequested(CITIZEN, SECOND, ErasureGround.ORDERED, "2025-0000001", TODAY));
        given(REQUESTED, APPROVED).by("lone", again).isRefused(ErasureRules.ERASED);
    }

    @Test
    void it_takes_another_person_to_approve() {
        given(REQUESTED).by("per", APPROVE).records(APPROVED);
        given(REQUESTED, APPROVED).by("per", APPROVE).records();
        given(REQUESTED).by("lone", APPROVE).isRefused(ErasureRules.SAME_PERSON);
        given(REQUESTED, REJECTED).by("per", APPROVE).isRefused(ErasureRules.REQUEST_SETTLED);
        given().by("per", APPROVE).isRefused(ErasureRules.UNKNOWN_REQUEST);
    }

    @Test
    void a_request_is_turned_down_or_withdrawn_until_it_is_approved() {
        given(REQUESTED).by("per", REJECT).records(REJECTED);
        given(REQUESTED).by("lone", REJECT).records(REJECTED);
        given(REQUESTED, REJECTED).by("lone", REJECT).records();
        given(REQUESTED, APPROVED).by("lone", REJECT).isRefused(ErasureRules.REQUEST_SETTLED);
    }

    @Test
    void while_a_legal_hold_stands_nothing_is_requested_or_approved() {
        given(PLACED).by("lone", REQUEST).isRefused(ErasureRules.LEGAL_HOLD);
        given(REQUESTED, PLACED).by("per", APPROVE).isRefused(ErasureRules.LEGAL_HOLD);
        given(REQUESTED, PLACED, LIFTED).by("per", APPROVE).records(APPROVED);
    }

    @Test
    void a_legal_hold_is_placed_once_and_not_when_it_is_too_late() {
        given().by("lone", PLACE).records(PLACED);
        given(PLACED).by("lone", PLACE).records();
        given(PLACED)
                .by("lone", new PlaceLegalHold(CITIZEN, HOLD, HoldGround.AUDIT))
                .isRefused(ErasureRules.HOLD_DIFFERS);
        given(REQUESTED, APPROVED).by("per", PLACE).isRefused(ErasureRules.ERASED);
    }

    @Test
    void a_legal_hold_is_lifted_by_its_own_kind() {
        given(PLACED).by("per", LIFT).records(LIFTED);
        given(PLACED, LIFTED).by("per", LIFT).records();
        given().by("per", LIFT).isRefused(ErasureRules.UNKNOWN_HOLD);
        given(PLACED).recordedAs("AUDITOR").by("per", LIFT).isRefused(ErasureRules.AUDITORS_HOLD);
        given(PLACED).recordedAs("AUDITOR").as("AUDITOR").by("rita", LIFT).records(LIFTED);
    }

    @Test
    void only_what_was_approved_is_recorded_as_erased() {
        given(REQUESTED, APPROVED).by("effektspor", RECORD).records(ERASED);
        given(REQUESTED, APPROVED, ERASED).by("effektspor", RECORD).records();
        given(REQUESTED).by("effektspor", RECORD).isRefused(ErasureRules.REQUEST_SETTLED);
    }

    @Test
    void whoever_has_seen_another_version_is_refused() {
        given(REQUESTED).expecting(0).by("per", APPROVE).fails(VersionConflict.class);
        given(REQUESTED).expecting(1).by("per", APPROVE).records(APPROVED);
    }

    private static Given given(CitizenEvent... events) {
        return new Given(List.of(events));
    }

    /** What has happened, recorded by Lone, a team leader. */
    private static final class Given {

        private final List<CitizenEvent> events;
        private final Map<String, Object> trace = new HashMap<>(Map.of(
                CommandTrace.RECEIVED_AT,
                Instant.parse("2025-03-03T10:00:00Z"),
                CommandTrace.SCOPE,
                CommandTrace.UNBOUND,
                EventTrace.COMMAND_ID,
                "this-command",
                EventTrace.ROLE,
                "TEAM_LEADER"));
        private String recordedAs = "TEAM_LEADER";

        Given(List<CitizenEvent> events) {
            this.events = events;
        }

        Given recordedAs(String role) {
            recordedAs = role;
            return this;
        }

        Given as(String role) {
            trace.put(EventTrace.ROLE, role);
            return this;
        }

        Given expecting(long version) {
            trace.put(CommandTrace.EXPECTED_VERSION, version);
            return this;
        }

        Then by(String user, CitizenCommand command) {
            AggregateTestFixture<CitizenFile> fixture = new AggregateTestFixture<>(CitizenFile.class);
            fixture.registerParameterResolverFactory(new CircumstancesResolver(TestCatalogue.catalogue(), 366));
            trace.put(EventTrace.ACTOR, user);
            List<GenericDomainEventMessage<?>> messages = new ArrayList<>();
            for (CitizenEvent event : events) {
                messages.add(new GenericDomainEventMessage<>(
                        "CitizenFile",
                        CITIZEN.toString(),
                        messages.size(),
                        event,
                        Map.of(EventTrace.ACTOR, "lone", EventTrace.ROLE, recordedAs)));
            }
            return new Then(
                    (messages.isEmpty() ? fixture.givenNoPriorActivity() : fixture.given(messages))
                            .when(command, trace),
                    events.size());
        }
    }

    private record Then(ResultValidator<CitizenFile> result, int before) {

        void records(CitizenEvent... expected) {
            result.expectSuccessfulHandlerExecution()
                    .expectEvents((Object[]) expected)
                    .expectResultMessagePayload((long) before + expected.length);
        }

        void isRefused(String code) {
            result.expectNoEvents().expectException(new CustomTypeSafeMatcher<RuleViolation>("refusal " + code) {
                @Override
                protected boolean matchesSafely(RuleViolation violation) {
                    return violation.code().equals(code);
                }
            });
        }

        void fails(Class<? extends Throwable> type) {
            result.expectNoEvents().expectException(type);
        }
    }
}
