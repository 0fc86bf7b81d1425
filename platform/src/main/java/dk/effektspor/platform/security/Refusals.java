package dk.effektspor.platform.security;

import dk.effektspor.platform.web.Problem;
import dk.effektspor.platform.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** 401 and 403 as problems. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    static final Problem NO_ROLE = new Problem(403, "access.no-role", Map.of());

    private final Problems problems;
    private final String challenge;

    Refusals(Problems problems, String challenge) {
        this.problems = problems;
        this.challenge = challenge;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (refused instanceof TooManyFailures locked) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(locked.seconds()));
            problems.write(request, response, new Problem(429, "access.locked", Map.of("seconds", locked.seconds())));
            return;
        }
        if (refused instanceof AuthenticationServiceException) {
            problems.write(request, response, new Problem(503, "access.issuer-away", Map.of()));
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        problems.write(request, response, new Problem(401, "access.not-signed-in", Map.of()));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        boolean roleless =
                authentication != null && authentication.getAuthorities().isEmpty();
        problems.write(request, response, roleless ? NO_ROLE : new Problem(403, "access.forbidden", Map.of()));
    }
}
