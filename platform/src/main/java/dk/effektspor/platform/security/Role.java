package dk.effektspor.platform.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** In which capacity someone uses the system. Roles do not include one another. */
public enum Role {
    CASEWORKER,
    TEAM_LEADER,
    AUDITOR,
    ANALYST,
    OPERATOR;

    /** The role of that name, also written as {@code team-leader}. */
    static Optional<Role> named(String name) {
        String written = name.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(role -> role.name().equals(written))
                .findFirst();
    }

    /** Whether it says little without a unit, since it sees the cases of units. */
    boolean hasUnit() {
        return this == CASEWORKER || this == TEAM_LEADER;
    }
}
