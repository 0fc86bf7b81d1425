package dk.effektspor.platform.tracing;

import dk.effektspor.platform.StartRefused;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where traces go, if anywhere.
 *
 * @param endpoint address of a collector that takes OTLP over HTTP, such as {@code http://127.0.0.1:4318/v1/traces}; without
 *     it nothing is traced
 * @param sampling the part of the requests that are traced, from 0 to 1; a caller who traces already decides for its own
 */
@ConfigurationProperties("effektspor.tracing")
record TracingSettings(
        @Nullable String endpoint, @DefaultValue("0.1") double sampling) {

    /** The endpoint as the exporter needs it. */
    String checkedEndpoint() {
        try {
            URI uri = URI.create(String.valueOf(endpoint).strip());
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri.toString();
            }
        } catch (IllegalArgumentException malformed) {
            // Told below.
        }
        throw new StartRefused(
                "effektspor.tracing.endpoint er ingen adresse som http://127.0.0.1:4318/v1/traces.",
                "effektspor.tracing.endpoint is no address such as http://127.0.0.1:4318/v1/traces.");
    }

    double checkedSampling() {
        if (sampling >= 0 && sampling <= 1) {
            return sampling;
        }
        throw new StartRefused(
                "effektspor.tracing.sampling er " + sampling + ", men skal ligge fra 0 til 1.",
                "effektspor.tracing.sampling is " + sampling + " but must lie from 0 to 1.");
    }
}
