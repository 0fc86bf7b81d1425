package dk.effektspor.platform.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Lets out what is known to name nobody: no metadata, no ids of cases, and of a failure its kind alone, since its message
 * may quote what a citizen's case says. A list of what may go, not of what may not: a later version of a library may add
 * what nobody has thought of.
 */
final class WithoutPersonalData implements SpanExporter {

    static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    static final AttributeKey<String> CORRELATION = AttributeKey.stringKey("effektspor.correlation");
    static final AttributeKey<String> PROJECTION = AttributeKey.stringKey("effektspor.projection");

    private static final Set<String> MAY_GO = Set.of(
            METHOD.getKey(),
            ROUTE.getKey(),
            STATUS.getKey(),
            CORRELATION.getKey(),
            PROJECTION.getKey(),
            "axon_message_name",
            "axon_message_type",
            "axon_payload_type",
            "exception.type");

    private final SpanExporter next;

    WithoutPersonalData(SpanExporter next) {
        this.next = next;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return next.export(spans.stream().<SpanData>map(Bared::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
        return next.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return next.shutdown();
    }

    private static Attributes bared(Attributes attributes) {
        return attributes.toBuilder()
                .removeIf(key -> !MAY_GO.contains(key.getKey()))
                .build();
    }

    private static final class Bared extends DelegatingSpanData {

        private final Attributes attributes;
        private final List<EventData> events;

        Bared(SpanData span) {
            super(span);
            attributes = bared(span.getAttributes());
            events = span.getEvents().stream()
                    .map(event ->
                            EventData.create(event.getEpochNanos(), event.getName(), bared(event.getAttributes())))
                    .toList();
        }

        @Override
        public Attributes getAttributes() {
            return attributes;
        }

        @Override
        public int getTotalAttributeCount() {
            return attributes.size();
        }

        @Override
        public List<EventData> getEvents() {
            return events;
        }

        @Override
        public StatusData getStatus() {
            return StatusData.create(super.getStatus().getStatusCode(), "");
        }
    }
}
