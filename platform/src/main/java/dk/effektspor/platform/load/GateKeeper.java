package dk.effektspor.platform.load;

import dk.effektspor.platform.web.Problem;
import dk.effektspor.platform.web.Problems;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns away what there is no room for, with 429: after a 503 Tomcat closes the connection, and making a new one costs both
 * sides as much as a command. Early in the chain: before the sign-in, since a password costs more to look
 * at than most commands, and before the body is read.
 */
final class GateKeeper extends OncePerRequestFilter {

    static final String RETRY_AFTER = "2";
    static final Problem BUSY = new Problem(429, "load.busy", Map.of());

    private final Gates gates;
    private final LoadMetrics metrics;
    private final Problems problems;

    GateKeeper(Gates gates, LoadMetrics metrics, Problems problems) {
        this.gates = gates;
        this.metrics = metrics;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Gates.Named named = gates.of(request);
        if (named == null) {
            chain.doFilter(request, response);
            return;
        }
        WorkGate.Verdict verdict = named.gate().enter();
        if (verdict != WorkGate.Verdict.ADMITTED) {
            metrics.shed(named.name(), verdict);
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER);
            problems.write(request, response, BUSY);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.isAsyncStarted()) {
                // Completed meanwhile or not, the listener is told: the container completes only once this thread is
                // back.
                request.getAsyncContext().addListener(new LeaveWhenComplete(named.gate()));
            } else {
                named.gate().leave();
            }
        }
    }

    private record LeaveWhenComplete(WorkGate gate) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            gate.leave();
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
