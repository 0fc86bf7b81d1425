package dk.effektspor.query.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.ResourcePropertySource;

/** Makes readiness ask for the views too, wherever the read side is part of the application. */
final class QueryDefaults implements EnvironmentPostProcessor, Ordered {

    private static final String FILE = "effektspor-query-defaults.properties";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            environment.getPropertySources().addLast(new ResourcePropertySource(FILE, "classpath:" + FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Just before the defaults that both applications share, so that these win. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 1;
    }
}
