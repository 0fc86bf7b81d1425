package dk.effektspor.platform.load;

import dk.effektspor.platform.web.Problem;
import dk.effektspor.platform.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away with 429 a client who asks too often; its place is where it is known who asks, or that nobody has said. */
public final class ClientThrottle extends OncePerRequestFilter {

    private final ClientLimits limits;
    private final LoadMetrics metrics;
    private final Problems problems;

    ClientThrottle(ClientLimits limits, LoadMetrics metrics, Problems problems) {
        this.limits = limits;
        this.metrics = metrics;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return Gates.isHealth(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long seconds = limits.take(client(request));
        if (seconds > 0) {
            metrics.throttled();
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            problems.write(request, response, new Problem(429, "load.too-many-requests", Map.of("seconds", seconds)));
            return;
        }
        chain.doFilter(request, response);
    }

    private static String client(HttpServletRequest request) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null || who instanceof AnonymousAuthenticationToken
                ? "address " + ClientLimits.network(request.getRemoteAddr())
                : "user " + who.getName();
    }
}
