package dk.effektspor.platform.observability;

import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.micrometer.GlobalMetricRegistry;
import org.axonframework.micrometer.MetricsConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Commands, events and projections, measured into the application's own registry. */
@Configuration(proxyBeanMethods = false)
class Metrics {

    @Bean
    GlobalMetricRegistry axonMetrics(MeterRegistry registry) {
        return new Measured(registry);
    }

    @Bean
    ConfigurerModule metricsConfigurer(GlobalMetricRegistry metrics) {
        return new MetricsConfigurerModule(metrics, true);
    }
}
