package dk.effektspor.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dk.effektspor.command.Circumstances;
import dk.effektspor.command.TestCatalogue;
import dk.effektspor.shared.EventTrace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.junit.jupiter.api.Test;

class CircumstancesResolverTest {

    private final CircumstancesResolver resolver = new CircumstancesResolver(TestCatalogue.catalogue(), 10);

    @Test
    void today_is_the_danish_date_on_which_the_command_was_received() {
        Circumstances summerNight = resolve(Map.of(CommandTrace.RECEIVED_AT, Instant.parse("2014-06-30T22:30:00Z")));
        assertThat(summerNight.today()).isEqualTo(LocalDate.of(2014, 7, 1));
        assertThat(summerNight.latest()).isEqualTo(LocalDate.of(2014, 7, 11));
    }

    @Test
    void the_scope_is_units_or_unbound() {
        assertThat(resolve(Map.of(CommandTrace.SCOPE, "a,b")).units()).isEqualTo(Set.of("a", "b"));
        assertThat(resolve(Map.of(CommandTrace.SCOPE, "")).units()).isEqualTo(Set.of(""));
        assertThat(resolve(Map.of()).units()).isNull();
    }

    @Test
    void the_expected_version_may_be_left_out() {
        assertThat(resolve(Map.of()).expectedVersion()).isNull();
        assertThat(resolve(Map.of(CommandTrace.EXPECTED_VERSION, 7L)).expectedVersion())
                .isEqualTo(7);
        assertThat(resolve(Map.of(CommandTrace.EXPECTED_VERSION, "7")).expectedVersion())
                .isEqualTo(7);
    }

    @Test
    void a_command_of_unknown_reach_time_or_identity_is_not_handled() {
        for (String key : Set.of(CommandTrace.RECEIVED_AT, CommandTrace.SCOPE, EventTrace.COMMAND_ID)) {
            Map<String, Object> lacking = metaData();
            lacking.remove(key);
            assertThatIllegalStateException()
                    .isThrownBy(() -> resolver.resolveParameterValue(new GenericCommandMessage<>("any", lacking)))
                    .withMessageContaining(key);
        }
    }

    private Circumstances resolve(Map<String, Object> told) {
        Map<String, Object> metaData = metaData();
        metaData.putAll(told);
        return resolver.resolveParameterValue(new GenericCommandMessage<>("any", metaData));
    }

    private static Map<String, Object> metaData() {
        return new HashMap<>(Map.of(
                CommandTrace.RECEIVED_AT,
                Instant.parse("2014-06-01T10:00:00Z"),
                CommandTrace.SCOPE,
                CommandTrace.UNBOUND,
                EventTrace.COMMAND_ID,
                "1"));
    }
}
