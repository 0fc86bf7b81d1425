package dk.effektspor.platform.security;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who the request being answered comes from. */
public final class CurrentActor {

    private final UnitReach reach;
    private final Clock clock;

    CurrentActor(UnitReach reach, Clock clock) {
        this.reach = reach;
        this.clock = clock;
    }

    /** The actor, with the units that lie under the actor's own today. */
    public Actor get() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !(authentication.getPrincipal() instanceof SignedIn signedIn)
                || signedIn.role() == null) {
            throw new AccessDeniedException("No actor on this thread");
        }
        String home = signedIn.units().isEmpty() ? null : signedIn.units().get(0);
        return new Actor(signedIn.user(), signedIn.role(), home, units(signedIn));
    }

    private Set<String> units(SignedIn signedIn) {
        LocalDate today = LocalDate.now(clock);
        Set<String> units = new HashSet<>();
        signedIn.units().forEach(unit -> units.addAll(reach.within(unit, today)));
        return units;
    }
}
