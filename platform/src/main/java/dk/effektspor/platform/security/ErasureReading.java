package dk.effektspor.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Reads what was decided and done about forgetting a citizen, who is told of by an id that leads to their case. */
@Admits({Role.TEAM_LEADER, Role.AUDITOR, Role.OPERATOR})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ErasureReading {}
