package dk.effektspor.platform.security;

import dk.effektspor.platform.web.Problem;
import dk.effektspor.platform.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands in for CSRF tokens. A browser remembers Basic credentials and would send them along with a form that another
 * site made it post. Such a form cannot have a JSON content type: for that the browser first asks us (CORS), and we
 * never say yes. So every write must name one, also a write without body.
 */
final class JsonWritesOnly extends OncePerRequestFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final MediaType NDJSON = MediaType.parseMediaType("application/x-ndjson");

    private final Problems problems;

    JsonWritesOnly(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READS.contains(request.getMethod()) || isJson(request.getContentType())) {
            chain.doFilter(request, response);
        } else {
            problems.write(
                    request,
                    response,
                    new Problem(
                            415,
                            "request.unsupported-media-type",
                            Map.of("allowed", List.of("application/json", "application/x-ndjson"))));
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        try {
            MediaType type = MediaType.parseMediaType(contentType);
            return type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
                    || type.equalsTypeAndSubtype(NDJSON)
                    || (type.getType().equals("application") && "json".equals(type.getSubtypeSuffix()));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }
}
