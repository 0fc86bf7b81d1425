package dk.effektspor.platform.web;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * The outermost filter: gives the request its correlation id, answers what no one inside answered, and writes one log
 * line. The line names the route, never the address: ids and search words stay out of the log.
 */
public final class RequestTrace extends OncePerRequestFilter {

    /** Request attribute with the name of the signed-in user, for the log line. */
    public static final String USER = RequestTrace.class.getName() + ".user";

    private static final Logger LOG = LoggerFactory.getLogger("dk.effektspor.requests");

    private final ProblemAdvice advice;

    RequestTrace(ProblemAdvice advice) {
        this.advice = advice;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long started = System.nanoTime();
        String correlation = Correlation.of(request.getHeader(Correlation.HEADER));
        Correlation.keep(request, correlation);
        response.setHeader(Correlation.HEADER, correlation);
        MDC.put(Correlation.MDC_KEY, correlation);
        try {
            chain.doFilter(request, new WholeAnswer(response));
        } catch (RuntimeException | ServletException | IOException failure) {
            answer(failure, request, response);
        } finally {
            if (request.isAsyncStarted()) {
                request.getAsyncContext().addListener(new WhenComplete(request, response, correlation, started));
            } else {
                log(request, response, started);
            }
            MDC.remove(Correlation.MDC_KEY);
        }
    }

    private void answer(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Exception cause =
                failure instanceof ServletException && failure.getCause() instanceof Exception inner ? inner : failure;
        try {
            advice.answer(cause, request, response);
        } catch (RuntimeException | ServletException | IOException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static void log(HttpServletRequest request, HttpServletResponse response, long started) {
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        Object user = request.getAttribute(USER);
        LOG.info(
                "{} {} {} {} ms {}",
                request.getMethod(),
                route == null ? "-" : route,
                response.getStatus(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started),
                user == null ? "-" : user);
    }

    private record WhenComplete(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable String correlation,
            long started) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            try (MDC.MDCCloseable ignored = MDC.putCloseable(Correlation.MDC_KEY, correlation)) {
                log(request, response, started);
            }
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
