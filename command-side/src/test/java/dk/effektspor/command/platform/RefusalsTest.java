package dk.effektspor.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dk.effektspor.command.AccessRefused;
import dk.effektspor.command.RuleViolation;
import dk.effektspor.command.VersionConflict;
import dk.effektspor.command.platform.Refusals.Refusal;
import java.time.LocalDate;
import java.util.Map;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    @Test
    void a_rule_violation_crosses_the_bus_with_its_code_and_facts() {
        RuntimeException refusal =
                acrossTheBus(RuleViolation.of("case.closed", "closedOn", LocalDate.of(2014, 4, 30), "step", 3));
        assertThat(refusal).isInstanceOfSatisfying(RuleViolation.class, violation -> {
            assertThat(violation.code()).isEqualTo("case.closed");
            assertThat(violation.facts()).isEqualTo(Map.of("closedOn", "2014-04-30", "step", 3));
        });
    }

    @Test
    void a_refused_access_crosses_the_bus() {
        RuntimeException refusal =
                acrossTheBus(new AccessRefused(AccessRefused.OTHER_UNIT, Map.of("unit", "myndighed-2")));
        assertThat(refusal).isInstanceOfSatisfying(AccessRefused.class, refused -> {
            assertThat(refused.code()).isEqualTo(AccessRefused.OTHER_UNIT);
            assertThat(refused.facts()).isEqualTo(Map.of("unit", "myndighed-2"));
        });
    }

    @Test
    void a_version_conflict_crosses_the_bus() {
        RuntimeException refusal = acrossTheBus(new VersionConflict(3, 4));
        assertThat(refusal).isInstanceOfSatisfying(VersionConflict.class, conflict -> {
            assertThat(conflict.expected()).isEqualTo(3);
            assertThat(conflict.actual()).isEqualTo(4);
        });
    }

    @Test
    void any_other_failure_is_no_refusal() {
        assertThat(Refusals.unwrap(thrown(new IllegalStateException("broken")))).isEmpty();
    }

    /** As it arrives at the far side of Axon Server: only the serialized details survive. */
    private static RuntimeException acrossTheBus(RuntimeException refused) {
        Throwable thrown = thrown(refused);
        assertThat(thrown).isInstanceOf(CommandExecutionException.class);
        Jackson3Serializer serializer = Jackson3Serializer.builder().build();
        Object details = ((CommandExecutionException) thrown).getDetails().orElseThrow();
        SerializedObject<byte[]> wire = serializer.serialize(details, byte[].class);
        Refusal arrived = serializer.deserialize(wire);
        return Refusals.unwrap(new CommandExecutionException("remote", null, arrived))
                .orElseThrow();
    }

    private static Throwable thrown(RuntimeException refused) {
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.registerHandlerInterceptor(new Refusals());
        bus.subscribe(String.class.getName(), command -> {
            throw refused;
        });
        return catchThrowable(
                () -> DefaultCommandGateway.builder().commandBus(bus).build().sendAndWait("anything"));
    }
}
