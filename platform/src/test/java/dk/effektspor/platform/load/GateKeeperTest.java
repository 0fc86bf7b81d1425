package dk.effektspor.platform.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.platform.load.LoadSettings.Gate;
import dk.effektspor.platform.web.Problems;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.Mockito;
import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class GateKeeperTest {

    private static final Gate ONE = new Gate(1, 0, Duration.ZERO);

    private final Gates gates = new Gates(new LoadSettings(ONE, ONE, ONE, ONE, ONE, 1, 1, 1, 1));
    private final GateKeeper keeper =
            new GateKeeper(gates, new LoadMetrics(new SimpleMeterRegistry(), gates), Mockito.mock(Problems.class));

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/cases, commands",
        "PUT, /api/v1/cases/1, commands",
        "DELETE, /anything, commands",
        "GET, /api/v1/effects/change, reads",
        "GET, /api/v1/effects/change?by=unit&validAt=2026-01-31, past",
        "GET, /api/v1/effects/steps?knownAt=2026-01-31, past",
        "GET, /api/v1/cases/1/timeline?knownAt=2026-01-31, reads",
        "GET, /, reads",
        "POST, /api/v1/imports, imports",
        "GET, /api/v1/imports/1, reads",
        "GET, /actuator/prometheus, operations",
        "GET, /actuator/healthy, operations"
    })
    void each_kind_of_work_has_its_own_gate(String method, String path, String gate) {
        int query = path.indexOf('?');
        MockHttpServletRequest request =
                new MockHttpServletRequest(method, query < 0 ? path : path.substring(0, query));
        request.setQueryString(query < 0 ? null : path.substring(query + 1));

        assertThat(Objects.requireNonNull(gates.of(request)).name()).isEqualTo(gate);
    }

    @ParameterizedTest
    @CsvSource({"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void health_goes_through_no_gate(String path) {
        assertThat(gates.of(new MockHttpServletRequest("GET", path))).isNull();
    }

    @Test
    void a_failure_gives_the_place_back() {
        MockFilterChain failing = new MockFilterChain() {
            @Override
            public void doFilter(ServletRequest request, ServletResponse response) throws ServletException {
                assertThat(commandsInWork()).isEqualTo(1);
                throw new ServletException("planned");
            }
        };

        assertThatThrownBy(() -> keeper.doFilter(command(), new MockHttpServletResponse(), failing))
                .hasMessage("planned");

        assertThat(commandsInWork()).isZero();
    }

    @Test
    void an_asynchronous_answer_keeps_the_place_until_it_is_complete() throws Exception {
        MockHttpServletRequest request = command();
        request.setAsyncSupported(true);
        keeper.doFilter(request, new MockHttpServletResponse(), new MockFilterChain() {
            @Override
            public void doFilter(ServletRequest r, ServletResponse response) {
                r.startAsync();
            }
        });
        assertThat(commandsInWork()).isEqualTo(1);

        Objects.requireNonNull((MockAsyncContext) request.getAsyncContext()).complete();

        assertThat(commandsInWork()).isZero();
    }

    private int commandsInWork() {
        return Objects.requireNonNull(gates.byName().get("commands")).inWork();
    }

    private static MockHttpServletRequest command() {
        return new MockHttpServletRequest("POST", "/api/v1/cases");
    }
}
