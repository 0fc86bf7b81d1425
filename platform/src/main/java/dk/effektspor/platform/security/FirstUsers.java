package dk.effektspor.platform.security;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The users made at the first start, each with a password of its own; an application may bring its own list. */
public record FirstUsers(List<FirstUser> users) {

    public FirstUsers {
        users = List.copyOf(users);
    }

    /** One for each role, of the same unit where they have one; two team leaders, since forgetting takes four eyes. */
    static FirstUsers forEveryRole(String unit) {
        return new FirstUsers(List.of(
                new FirstUser("sagsbehandler", Role.CASEWORKER, unit),
                new FirstUser("teamleder", Role.TEAM_LEADER, unit),
                new FirstUser("teamleder2", Role.TEAM_LEADER, unit),
                new FirstUser("revisor", Role.AUDITOR, null),
                new FirstUser("analytiker", Role.ANALYST, null),
                new FirstUser("drift", Role.OPERATOR, null)));
    }

    /** A user to be. */
    public record FirstUser(
            String user, Role role, @Nullable String unit) {}
}
