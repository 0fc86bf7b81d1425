package dk.effektspor.platform.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.platform.StartRefused;
import dk.effektspor.platform.web.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

class EnoughThreadsTest {

    @Test
    void more_places_than_threads_are_refused_in_a_sentence() {
        assertThatThrownBy(() -> EnoughThreads.check(96, 89))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("at least 97")
                .hasMessageContaining("server.tomcat.threads.max");
        assertThatCode(() -> EnoughThreads.check(96, 88)).doesNotThrowAnyException();
    }

    @Test
    void the_defaults_fit_and_a_start_with_fewer_threads_is_refused() throws IOException {
        runner().run(context -> assertThat(context).hasNotFailed());
        runner().withPropertyValues("server.tomcat.threads.max=64")
                .run(context -> assertThat(context.getStartupFailure()).hasRootCauseInstanceOf(StartRefused.class));
    }

    private static ApplicationContextRunner runner() throws IOException {
        String[] defaults =
                PropertiesLoaderUtils.loadProperties(new ClassPathResource("effektspor-defaults.properties"))
                        .entrySet()
                        .stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .filter(property -> property.startsWith("effektspor.load.") || property.startsWith("server."))
                        .toArray(String[]::new);
        return new ApplicationContextRunner()
                .withPropertyValues(defaults)
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withBean(Problems.class, () -> Mockito.mock(Problems.class))
                .withUserConfiguration(LoadConfiguration.class);
    }
}
