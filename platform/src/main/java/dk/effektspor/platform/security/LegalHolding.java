package dk.effektspor.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that a citizen's data must be kept: team leaders, and auditors, who may need them. */
@Admits({Role.TEAM_LEADER, Role.AUDITOR})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface LegalHolding {}
