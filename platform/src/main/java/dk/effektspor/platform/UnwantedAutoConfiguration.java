package dk.effektspor.platform;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/** Keeps out what Axon would do unasked: report to its vendor, or fall back in silence to stores that are not ours. */
final class UnwantedAutoConfiguration implements AutoConfigurationImportFilter {

    private static final String AXON = "org.axonframework.springboot.autoconfig.";
    private static final Set<String> UNWANTED = Set.of(
            // Writes a machine id under the user's home even when the check itself is switched off.
            AXON + "UpdateCheckerAutoConfiguration",
            // A missing transaction manager must stop the start, not be replaced by one that does nothing.
            AXON + "NoOpTransactionAutoConfiguration",
            // Would put tokens and dead letters into PostgreSQL when the bean that should hold them is missing.
            AXON + "JdbcAutoConfiguration",
            // Would measure into a registry of their own when ordered before the application's; see Metrics.
            AXON + "MicrometerMetricsAutoConfiguration",
            AXON + "MetricsAutoConfiguration",
            // Would trace to wherever the process at large is set up to; see TracingConfiguration.
            AXON + "OpenTelemetryAutoConfiguration",
            // Nothing here is written as XML.
            AXON + "XStreamAutoConfiguration");

    @Override
    public boolean[] match(@Nullable String[] candidates, AutoConfigurationMetadata metadata) {
        boolean[] wanted = new boolean[candidates.length];
        for (int i = 0; i < candidates.length; i++) {
            String candidate = candidates[i];
            wanted[i] = candidate == null || !UNWANTED.contains(candidate);
        }
        return wanted;
    }
}
