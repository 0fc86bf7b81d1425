package dk.effektspor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HealthTest extends RunningStandalone {

    @Test
    void an_operator_sees_how_far_each_projection_is_behind() {
        JsonNode health = get("drift", "/actuator/health").json();

        for (String group : new String[] {"timeline-view", "case-view", "effect-view"}) {
            JsonNode lag = health.at("/components/projections/details/" + group);
            assertThat(lag.at("/lagEvents").isNumber()).as(group).isTrue();
            assertThat(lag.at("/lagSeconds").isNumber()).as(group).isTrue();
        }
    }

    @Test
    void everyone_else_sees_up_or_down_only() {
        for (String path :
                new String[] {"/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness"}) {
            assertThat(get(null, path).status()).as(path).isEqualTo(200);
            assertThat(get(null, path).json().has("components")).as(path).isFalse();
            assertThat(get("sagsbehandler", path).json().has("components"))
                    .as(path)
                    .isFalse();
        }
    }
}
