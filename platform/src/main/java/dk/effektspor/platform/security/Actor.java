package dk.effektspor.platform.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in.
 *
 * @param user user name; for employees, never a citizen
 * @param unit code of the actor's own unit, if the role has one
 * @param units codes of every unit whose cases the actor may see today: the own units and all under them; empty for
 *     roles that see no case, ignored for {@link Role#AUDITOR}, who sees all
 */
public record Actor(String user, Role role, @Nullable String unit, Set<String> units) {

    public Actor {
        units = Set.copyOf(units);
    }

    /** Whether the actor may see the cases of a unit. */
    public boolean maySeeCasesOf(String unitCode) {
        return switch (role) {
            case AUDITOR -> true;
            case CASEWORKER, TEAM_LEADER -> units.contains(unitCode);
            case ANALYST, OPERATOR -> false;
        };
    }
}
