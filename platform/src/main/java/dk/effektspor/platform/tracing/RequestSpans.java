package dk.effektspor.platform.tracing;

import dk.effektspor.platform.web.Correlation;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** The span that a request's trace begins with. It names the route, never the address, as the request log does. */
final class RequestSpans extends OncePerRequestFilter {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE", "PATCH");

    private final Tracer tracer;
    private final TraceParent parents = new TraceParent();

    RequestSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Health and metrics are asked for every few seconds and tell nothing of anybody's work. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/actuator");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "_OTHER";
        Span span = tracer.spanBuilder(method)
                .setParent(parents.extract(Context.root(), request, new Headers()))
                .setSpanKind(SpanKind.SERVER)
                .setAttribute(WithoutPersonalData.METHOD, method)
                .startSpan();
        try (Scope ignored = span.makeCurrent()) {
            chain.doFilter(request, response);
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new EndWhenComplete(span, method, request, response));
            } else {
                end(span, method, request, response);
            }
        }
    }

    private static void end(Span span, String method, HttpServletRequest request, HttpServletResponse response) {
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (route != null) {
            span.updateName(method + " " + route).setAttribute(WithoutPersonalData.ROUTE, route.toString());
        }
        String correlation = response.getHeader(Correlation.HEADER);
        if (correlation != null) {
            span.setAttribute(WithoutPersonalData.CORRELATION, correlation);
        }
        span.setAttribute(WithoutPersonalData.STATUS, (long) response.getStatus());
        if (response.getStatus() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
            span.setStatus(StatusCode.ERROR);
        }
        span.end();
    }

    private static final class Headers implements TextMapGetter<HttpServletRequest> {

        @Override
        public Iterable<String> keys(HttpServletRequest request) {
            return List.of();
        }

        @Override
        public @Nullable String get(@Nullable HttpServletRequest request, String key) {
            return request == null ? null : request.getHeader(key);
        }
    }

    private record EndWhenComplete(Span span, String method, HttpServletRequest request, HttpServletResponse response)
            implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            end(span, method, request, response);
        }

        @Override
        public void onTimeout(AsyncEvent event) {}

        @Override
        public void onError(AsyncEvent event) {}

        @Override
        public void onStartAsync(AsyncEvent event) {
            // A second round of asynchronous work starts with no listeners.
            event.getAsyncContext().addListener(this);
        }
    }
}
