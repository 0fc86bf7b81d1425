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
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands in for CSRF tokens. A browser remembers Basic credentials and would send them along with what another site made
 * it send. Without first asking us (CORS), where we never say yes, such a site can write by POST only, and with no JSON
 * content type. So every POST must name one, unless it has no body and no browser says that it comes from elsewhere: a
 * form always names a type of its own, and a script's POST always has an origin.
 */
final class JsonWritesOnly extends OncePerRequestFilter {

    private static final MediaType NDJSON = MediaType.parseMediaType("application/x-ndjson");

    private final Problems problems;

    JsonWritesOnly(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getMethod().equals("POST") || isJson(request.getContentType()) || isEmptyAndOurs(request)) {
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

    private static boolean isEmptyAndOurs(HttpServletRequest request) {
        return request.getContentType() == null
                && request.getContentLengthLong() <= 0
                && request.getHeader("Transfer-Encoding") == null
                && !isFromElsewhere(request);
    }

    /** A browser that does not name the site names the origin, which we could only guess our own to be. */
    private static boolean isFromElsewhere(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null ? request.getHeader("Origin") != null : !site.equals("same-origin");
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
