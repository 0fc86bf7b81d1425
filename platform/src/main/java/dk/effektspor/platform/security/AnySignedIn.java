package dk.effektspor.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Open to everyone who is signed in with a role. */
@Admits({Role.CASEWORKER, Role.TEAM_LEADER, Role.AUDITOR, Role.ANALYST, Role.OPERATOR})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnySignedIn {}
