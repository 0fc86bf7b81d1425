package dk.effektspor.query.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.servlet.HandlerMapping;

/** Whom a request names in its path or query; what is no id is nobody, and judged by the handler. */
final class Subject {

    private Subject() {}

    static Optional<UUID> caseIn(HttpServletRequest request) {
        return id(request, "caseId");
    }

    static Optional<UUID> citizenIn(HttpServletRequest request) {
        return id(request, "citizenId");
    }

    /** What a purpose is stated for; lists and searches name nobody. */
    static Optional<UUID> of(HttpServletRequest request) {
        return caseIn(request).or(() -> citizenIn(request));
    }

    private static Optional<UUID> id(HttpServletRequest request, String name) {
        Object filledIn = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        Object text = filledIn instanceof Map<?, ?> variables && variables.containsKey(name)
                ? variables.get(name)
                : request.getParameter(name);
        try {
            return Optional.ofNullable(text).map(Object::toString).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
