package dk.effektspor.query.audit.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.platform.web.Problem;
import java.time.LocalDate;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SoughtTest {

    private static final LocalDate DAY = LocalDate.of(2025, 3, 1);

    @Test
    void a_name_that_no_event_of_a_case_has_is_refused() {
        refused(() -> Sought.of("nonsens", null, null, null, null, null), "event", "event-name");
        refused(() -> Sought.of("ledger.key-rotated", null, null, null, null, null), "event", "event-name");
        assertThat(Sought.of("case.assigned", null, null, null, null, null).event())
                .isEqualTo("case.assigned");
    }

    @Test
    void a_period_that_ends_before_it_begins_is_refused() {
        refused(() -> Sought.of(null, null, DAY, DAY.minusDays(1), null, null), "to", "not-before-from");
        refused(
                () -> Sought.of(null, null, null, null, "2025-03-02", "2025-03-01T12:00:00Z"),
                "recordedTo",
                "not-before-recorded-from");
        assertThat(Sought.of(null, null, DAY, DAY, "2025-03-01", "2025-03-01").isAnything())
                .isFalse();
    }

    private static void refused(ThrowingCallable asking, String parameter, String rule) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.facts()).isEqualTo(Map.of("parameter", parameter, "rule", rule));
        });
    }
}
