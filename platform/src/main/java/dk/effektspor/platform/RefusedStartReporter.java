package dk.effektspor.platform;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Keeps Spring Boot's own failure report, with its stack trace, from drowning the one sentence of {@link Launch}. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RefusedStartReporter implements SpringBootExceptionReporter {

    RefusedStartReporter(ConfigurableApplicationContext context) {
        // Spring Boot demands this constructor.
    }

    @Override
    public boolean reportException(Throwable failure) {
        return Launch.refusalBehind(failure) != null;
    }
}
