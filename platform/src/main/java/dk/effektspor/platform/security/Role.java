package dk.effektspor.platform.security;

/** In which capacity someone uses the system. Roles do not include one another. */
public enum Role {
    CASEWORKER,
    TEAM_LEADER,
    AUDITOR,
    ANALYST,
    OPERATOR
}
