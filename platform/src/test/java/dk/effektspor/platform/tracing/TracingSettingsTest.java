package dk.effektspor.platform.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.platform.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TracingSettingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"collector:4318", "/v1/traces", "ftp://collector/v1/traces", "http:///v1/traces", "no address"})
    void what_is_no_address_of_a_collector_is_refused_at_the_start(String endpoint) {
        assertThatThrownBy(() -> new TracingSettings(endpoint, 0.1).checkedEndpoint())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("effektspor.tracing.endpoint");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void what_is_no_part_is_refused_at_the_start(double sampling) {
        assertThatThrownBy(() -> new TracingSettings("http://127.0.0.1/", sampling).checkedSampling())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("effektspor.tracing.sampling");
    }

    @Test
    void one_request_in_ten_is_traced_unless_said_otherwise() {
        assertThat(new TracingSettings(" http://127.0.0.1:4318/v1/traces ", 0.1).checkedEndpoint())
                .isEqualTo("http://127.0.0.1:4318/v1/traces");
        runner().withPropertyValues("effektspor.tracing.endpoint=http://127.0.0.1:1/")
                .run(context -> assertThat(
                                context.getBean(TracingSettings.class).checkedSampling())
                        .isEqualTo(0.1));
    }

    @Test
    void an_endpoint_left_empty_is_none_and_the_environment_of_others_does_not_count() {
        runner().withPropertyValues("effektspor.tracing.endpoint= ")
                .withSystemProperties("otel.exporter.otlp.endpoint=http://127.0.0.1:1/")
                .run(context -> assertThat(context).doesNotHaveBean(TracingConfiguration.class));
    }

    private static ApplicationContextRunner runner() {
        return new ApplicationContextRunner().withUserConfiguration(TracingConfiguration.class);
    }
}
