package dk.effektspor.platform.load;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.platform.security.Caller;
import dk.effektspor.platform.security.PlatformTest;
import dk.effektspor.platform.security.Role;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** One request a second and three at once, for each client; through the real chain. */
@PlatformTest
@TestPropertySource(
        properties = {"effektspor.load.requests-per-second-per-client=1", "effektspor.load.burst-per-client=3"})
class ClientThrottleTest {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Environment environment;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private JdbcClient jdbc;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private MeterRegistry registry;

    @Test
    void one_client_who_asks_too_often_is_told_when_to_come_back_and_another_is_not_held_up() {
        Caller anna = Caller.of(environment).as(Role.CASEWORKER, jdbc);
        HttpResponse<String> refused = untilRefused(anna, "/api/v1/test/me", 200);

        assertThat(refused.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 2L);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body()).contains("load.too-many-requests", "For mange forespørgsler");
        assertThat(registry.get(LoadMetrics.SHED)
                        .tags("gate", "clients", "reason", "client-rate")
                        .counter()
                        .count())
                .isPositive();

        Caller bo = Caller.of(environment).as(Role.TEAM_LEADER, jdbc);
        for (int i = 0; i < 3; i++) {
            assertThat(untilRefused(anna, "/api/v1/test/me", 200, 0).statusCode())
                    .isEqualTo(429);
            assertThat(bo.get("/api/v1/test/me").statusCode()).isEqualTo(200);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> anna.get("/api/v1/test/me").statusCode() == 200);
    }

    @Test
    void whoever_does_not_sign_in_is_held_up_by_address_and_health_is_not() {
        Caller nobody = Caller.of(environment);
        HttpResponse<String> refused = untilRefused(nobody, "/api/v1/test/me", 401);

        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        for (int i = 0; i < 10; i++) {
            assertThat(nobody.get("/actuator/health/liveness").statusCode()).isEqualTo(200);
        }
    }

    /** More than the burst comes through only as fast as the clock gives: a hundred in a row cannot. */
    private static HttpResponse<String> untilRefused(Caller caller, String path, int until) {
        return untilRefused(caller, path, until, 3);
    }

    private static HttpResponse<String> untilRefused(Caller caller, String path, int until, int atOnce) {
        for (int i = 0; i < 100; i++) {
            HttpResponse<String> answer = caller.get(path);
            if (answer.statusCode() == 429) {
                assertThat(i).isGreaterThanOrEqualTo(atOnce);
                return answer;
            }
            assertThat(answer.statusCode()).isEqualTo(until);
        }
        throw new AssertionError("Nobody was held up");
    }
}
