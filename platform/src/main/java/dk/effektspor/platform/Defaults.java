package dk.effektspor.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.support.ResourcePropertySource;

/** Gives both applications the same settings, which anything an operator sets overrides. */
final class Defaults implements EnvironmentPostProcessor, Ordered {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.acceptsProfiles(Profiles.of("axonserver"))) {
            addLast(environment, "effektspor-axonserver.properties");
        }
        addLast(environment, "effektspor-defaults.properties");
    }

    private static void addLast(ConfigurableEnvironment environment, String file) {
        try {
            environment.getPropertySources().addLast(new ResourcePropertySource(file, "classpath:" + file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After the files that may choose the profile have been read. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
