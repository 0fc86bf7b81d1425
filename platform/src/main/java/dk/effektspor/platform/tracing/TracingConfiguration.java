package dk.effektspor.platform.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.tracing.SpanFactory;
import org.axonframework.tracing.opentelemetry.OpenTelemetrySpanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * OpenTelemetry by hand. Spring Boot's own wiring would put its trace id into the log under the name that our correlation id
 * has there, and from there into the events; and it would trace by what is on the class path.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EndpointGiven.class)
@EnableConfigurationProperties(TracingSettings.class)
class TracingConfiguration {

    /** A collector that does not answer costs spans, never memory without end. */
    private static final int QUEUE = 4096;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean(destroyMethod = "close")
    SdkTracerProvider tracerProvider(TracingSettings settings) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(settings.checkedEndpoint())
                .setTimeout(PATIENCE)
                .setMeterProvider(MeterProvider.noop())
                .build();
        return SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "effektspor")))
                .setSampler(Sampler.parentBased(new RequestsOnly(settings.checkedSampling())))
                .addSpanProcessor(BatchSpanProcessor.builder(new WithoutPersonalData(exporter))
                        .setMaxQueueSize(QUEUE)
                        .setExporterTimeout(PATIENCE)
                        .build())
                .build();
    }

    @Bean
    Tracer tracer(SdkTracerProvider provider) {
        return provider.get("dk.effektspor");
    }

    @Bean
    SpanFactory spanFactory(Tracer tracer) {
        return OpenTelemetrySpanFactory.builder()
                .tracer(tracer)
                .contextPropagators(new TraceParent())
                .build();
    }

    @Bean
    LiveTraces liveTraces() {
        return new LiveTraces();
    }

    @Bean
    EventProcessorSpanFactory eventProcessorSpanFactory(SpanFactory spans, LiveTraces live) {
        return new ProjectionSpans(spans, live);
    }

    /** Axon's span of an event says which event, not which projection. */
    @Bean
    ConfigurerModule projectionNames() {
        return configurer -> configurer.eventProcessing(processing ->
                processing.registerDefaultHandlerInterceptor((configuration, processor) -> (unitOfWork, chain) -> {
                    Span.current().setAttribute(WithoutPersonalData.PROJECTION, processor);
                    return chain.proceed();
                }));
    }

    /** Outermost: what the request trace answers for a failure is told, too. */
    @Bean
    FilterRegistrationBean<RequestSpans> requestSpans(Tracer tracer) {
        FilterRegistrationBean<RequestSpans> filter = new FilterRegistrationBean<>(new RequestSpans(tracer));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return filter;
    }
}
