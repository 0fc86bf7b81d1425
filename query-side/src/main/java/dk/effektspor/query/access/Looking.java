package dk.effektspor.query.access;

import dk.effektspor.platform.security.SignedIn;
import dk.effektspor.platform.web.ClientName;
import dk.effektspor.platform.web.Correlation;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** What a request turns out to look at while it is being answered; a look only once it reaches a handler that can show a person. */
final class Looking {

    private static final String NO_ROLE = "NONE";

    private final Set<UUID> cases = new LinkedHashSet<>();
    private final Set<UUID> othersCases = new LinkedHashSet<>();
    private final Set<UUID> citizens = new LinkedHashSet<>();
    private Look.@Nullable Who who;
    private String operation = "";
    private String request = "";
    private @Nullable String purpose;

    static void keep(HttpServletRequest request, Looking looking) {
        request.setAttribute(Looking.class.getName(), looking);
    }

    static @Nullable Looking of(HttpServletRequest request) {
        return (Looking) request.getAttribute(Looking.class.getName());
    }

    /** A handler that can show a person has been reached. */
    void begin(HttpServletRequest from, String operationName, String template) {
        who = who(from);
        operation = operationName;
        request = from.getMethod() + " " + template;
    }

    boolean isAtAPerson() {
        return who != null;
    }

    void purpose(@Nullable String code) {
        purpose = code;
    }

    void caseAsked(UUID caseId) {
        cases.add(caseId);
    }

    void citizenAsked(UUID citizenId) {
        citizens.add(citizenId);
    }

    void caseFound(UUID caseId, UUID citizenId, @Nullable String caseworker) {
        cases.add(caseId);
        citizens.add(citizenId);
        if (caseworker != null && who != null && !caseworker.equals(who.actor())) {
            othersCases.add(caseId);
        }
    }

    Look ended(int status) {
        return new Look(
                Objects.requireNonNull(who),
                operation,
                request,
                purpose,
                status,
                othersCases.size(),
                List.copyOf(new ArrayList<>(cases)),
                List.copyOf(new ArrayList<>(citizens)));
    }

    private static Look.Who who(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn signedIn)) {
            throw new IllegalStateException("Nobody is signed in where a person can be shown");
        }
        String correlation = Correlation.current();
        return new Look.Who(
                signedIn.user(),
                signedIn.role() == null ? NO_ROLE : signedIn.role().name(),
                signedIn.units().isEmpty() ? null : signedIn.units().get(0),
                ClientName.of(request),
                correlation == null ? UUID.randomUUID().toString() : correlation);
    }
}
