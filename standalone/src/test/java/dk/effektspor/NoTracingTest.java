package dk.effektspor;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.shared.EventTrace;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.tracing.NoOpSpanFactory;
import org.axonframework.tracing.SpanFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Without an endpoint there is nothing there that could trace, whatever is on the class path. */
class NoTracingTest extends RunningStandalone {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ApplicationContext context;

    @Test
    void nothing_traces_and_nothing_could_send() {
        assertThat(context.getBean(SpanFactory.class)).isInstanceOf(NoOpSpanFactory.class);
        assertThat(context.getBean(EventProcessorSpanFactory.class).getClass().getPackageName())
                .startsWith("org.axonframework.");
        for (Class<?> part :
                new Class<?>[] {OpenTelemetry.class, Tracer.class, SdkTracerProvider.class, SpanExporter.class}) {
            assertThat(context.getBeanNamesForType(part)).as(part.getName()).isEmpty();
        }
        assertThat(context.getBeanDefinitionNames()).noneMatch(name -> name.matches("(?i).*(otlp|opentelemetry).*"));
    }

    @Test
    void an_event_has_no_place_in_a_trace_even_if_the_caller_traces() {
        Answer opened = post(
                "sagsbehandler",
                "/api/v1/cases",
                """
            {"cpr": "610112-4118", "name": "Opdigtet Barn", "targetGroup": "UBU-6-12", "unit": "BBU-NOERREBRO",
             "caseworker": "sagsbehandler", "caseNumber": "2020-7100001", "effectiveOn": "2020-03-02"}
            """,
                "traceparent",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        assertThat(context.getBean(EventStore.class)
                        .readEvents(opened.json().path("caseId").asString())
                        .next()
                        .getMetaData())
                .doesNotContainKey(EventTrace.TRACE_PARENT);
        // The tests of tracing may run in the same process, before these or after them, but not at the same time.
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("BatchSpanProcessor"));
    }
}
