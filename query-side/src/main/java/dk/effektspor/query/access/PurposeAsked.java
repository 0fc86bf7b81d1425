package dk.effektspor.query.access;

import dk.effektspor.platform.security.Actor;
import dk.effektspor.platform.security.CurrentActor;
import dk.effektspor.platform.security.PersonReading;
import dk.effektspor.platform.security.Role;
import dk.effektspor.platform.web.Problem;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Asks who is let in what they look for, if their role requires it and they have not said so of this case lately. */
final class PurposeAsked implements HandlerInterceptor {

    private static final Set<Role> DO_CASEWORK = EnumSet.of(Role.CASEWORKER, Role.TEAM_LEADER);

    private final Set<Role> required;
    private final StatedPurposes stated;
    private final CurrentActor currentActor;

    PurposeAsked(Set<Role> required, StatedPurposes stated, CurrentActor currentActor) {
        this.required = required;
        this.stated = stated;
        this.currentActor = currentActor;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Looking looking = Looking.of(request);
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && looking != null
                && handler instanceof HandlerMethod method
                && PersonReading.isDoneBy(method)) {
            looking.purpose(purpose(request, currentActor.get()));
        }
        return true;
    }

    private @Nullable String purpose(HttpServletRequest request, Actor actor) {
        Purpose given = given(request.getHeader(Purpose.HEADER));
        if (!required.contains(actor.role())) {
            return given != null ? given.code() : DO_CASEWORK.contains(actor.role()) ? Purpose.CASEWORK.code() : null;
        }
        Optional<UUID> subject = Subject.of(request);
        if (given != null) {
            // Of a list nothing is remembered: the next search is for others.
            subject.ifPresent(of -> stated.state(actor.user(), of, given));
            return given.code();
        }
        return subject.flatMap(of -> stated.of(actor.user(), of))
                .orElseThrow(() -> new Problem(428, "access.purpose-required", Map.of("purposes", Purpose.codes())));
    }

    private static @Nullable Purpose given(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        return Purpose.of(header)
                .orElseThrow(() -> new Problem(400, "access.unknown-purpose", Map.of("purposes", Purpose.codes())));
    }
}
