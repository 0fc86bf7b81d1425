package dk.effektspor.platform.tracing;

import dk.effektspor.shared.EventTrace;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The W3C's {@code traceparent} and nothing else, since what is passed on is stored with the events: no {@code tracestate},
 * in which a caller can write what they like, and nothing at all for what is not traced.
 */
final class TraceParent implements TextMapPropagator {

    private final TextMapPropagator w3c = W3CTraceContextPropagator.getInstance();

    @Override
    public Collection<String> fields() {
        return List.of(EventTrace.TRACE_PARENT);
    }

    @Override
    public <C> void inject(Context context, @Nullable C carrier, TextMapSetter<C> setter) {
        if (Span.fromContext(context).getSpanContext().isSampled()) {
            w3c.inject(context, carrier, (to, key, value) -> {
                if (key.equals(EventTrace.TRACE_PARENT)) {
                    setter.set(to, key, value);
                }
            });
        }
    }

    @Override
    public <C> Context extract(Context context, @Nullable C carrier, TextMapGetter<C> getter) {
        return w3c.extract(context, carrier, new OnlyParent<>(getter));
    }

    private record OnlyParent<C>(TextMapGetter<C> getter) implements TextMapGetter<C> {

        @Override
        public Iterable<String> keys(C carrier) {
            return List.of(EventTrace.TRACE_PARENT);
        }

        @Override
        public @Nullable String get(@Nullable C carrier, String key) {
            return key.equals(EventTrace.TRACE_PARENT) ? getter.get(carrier, key) : null;
        }
    }
}
