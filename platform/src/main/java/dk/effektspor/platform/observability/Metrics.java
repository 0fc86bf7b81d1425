package dk.effektspor.platform.observability;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Commands, events and projections, measured into the application's own registry. */
@Configuration(proxyBeanMethods = false)
class Metrics {

    @Bean
    ConfigurerModule metricsConfigurer(MeterRegistry registry) {
        Measured measured = new Measured(registry);
        return configurer -> configurer.configureMessageMonitor(configuration -> (type, name) -> measured.of(type));
    }
}
