package dk.effektspor.command;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.command.casefile.CaseFile;
import dk.effektspor.command.platform.CircumstancesResolver;
import dk.effektspor.command.platform.CommandTrace;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.EventTrace;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.CaseNumber;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.casefile.Person;
import dk.effektspor.shared.privacy.SealedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.ResultValidator;
import org.axonframework.test.aggregate.TestExecutor;
import org.hamcrest.CustomTypeSafeMatcher;

/** Given what happened in a case, when something is asked of it, then it records, refuses, or finds it already so. */
public final class Casework {

    public static final CaseId CASE = CaseId.of("00000000-0000-4000-8000-00000000000c");
    public static final CitizenId CITIZEN = CitizenId.of("00000000-0000-4000-8000-00000000000d");
    public static final SealedText TEXT = new SealedText("1.text");
    /** The day on which every command here is received. */
    public static final LocalDate TODAY = LocalDate.of(2014, 6, 1);

    public static final LocalDate OPENED_ON = LocalDate.of(2014, 1, 1);
    public static final Person PERSON = new Person(TEXT, TEXT, null, 2000, "noerrebro");

    private final List<Object> given = new ArrayList<>();
    private final Map<String, Object> metaData = new HashMap<>(Map.of(
            CommandTrace.RECEIVED_AT,
            Instant.parse("2014-06-01T10:00:00Z"),
            CommandTrace.SCOPE,
            CommandTrace.UNBOUND,
            EventTrace.COMMAND_ID,
            "this-command"));

    private Casework() {}

    /** A citizen without a case. */
    public static Casework nothing() {
        return new Casework();
    }

    /** An open case of a youth in which this has happened since. */
    public static Casework given(CaseEvent... since) {
        Casework casework = new Casework();
        casework.given.add(opened());
        casework.given.addAll(Arrays.asList(since));
        return casework;
    }

    /** Exactly this has happened. */
    public static Casework history(CaseEvent... events) {
        Casework casework = new Casework();
        casework.given.addAll(Arrays.asList(events));
        return casework;
    }

    public static CaseOpened opened() {
        return opened(TestCatalogue.YOUTH);
    }

    public static CaseOpened opened(String targetGroup) {
        return new CaseOpened(
                CASE, CITIZEN, new CaseNumber("2014-0077042"), PERSON, targetGroup, "myndighed-1", "mette", OPENED_ON);
    }

    /** A day of 2014. */
    public static LocalDate on(int month, int day) {
        return LocalDate.of(2014, month, day);
    }

    /** The caller may change the cases of these units only. */
    public Casework within(String... units) {
        metaData.put(CommandTrace.SCOPE, String.join(",", units));
        return this;
    }

    public Casework expecting(long version) {
        metaData.put(CommandTrace.EXPECTED_VERSION, version);
        return this;
    }

    public Outcome when(CaseCommand command) {
        AggregateTestFixture<CaseFile> fixture = fixture();
        TestExecutor<CaseFile> executor = given.isEmpty() ? fixture.givenNoPriorActivity() : fixture.given(given);
        return new Outcome(executor.when(command, metaData), given.size());
    }

    /** A fixture that knows the circumstances of a command. */
    public static AggregateTestFixture<CaseFile> fixture() {
        AggregateTestFixture<CaseFile> fixture = new AggregateTestFixture<>(CaseFile.class);
        fixture.registerParameterResolverFactory(new CircumstancesResolver(TestCatalogue.catalogue(), 366));
        return fixture;
    }

    /** What came of a command. */
    public static final class Outcome {

        private final ResultValidator<CaseFile> result;
        private final int before;

        private Outcome(ResultValidator<CaseFile> result, int before) {
            this.result = result;
            this.before = before;
        }

        public void records(CaseEvent... events) {
            result.expectSuccessfulHandlerExecution()
                    .expectEvents((Object[]) events)
                    .expectResultMessagePayload((long) before + events.length);
        }

        public void isAlreadySo() {
            records();
        }

        /** Refused by a rule, with these facts among others; names and values by turns. */
        public void isRefused(String code, Object... facts) {
            result.expectNoEvents().expectException(new CustomTypeSafeMatcher<RuleViolation>("refusal " + code) {
                @Override
                protected boolean matchesSafely(RuleViolation violation) {
                    return violation.code().equals(code);
                }
            });
            result.expectException(new CustomTypeSafeMatcher<RuleViolation>("facts " + Arrays.toString(facts)) {
                @Override
                protected boolean matchesSafely(RuleViolation violation) {
                    for (int i = 0; i < facts.length; i += 2) {
                        assertThat(violation.facts()).containsEntry((String) facts[i], facts[i + 1]);
                    }
                    return true;
                }
            });
        }

        public void fails(Class<? extends Throwable> type) {
            result.expectNoEvents().expectException(type);
        }
    }
}
