package dk.effektspor.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Reads effect views, in which no person can be recognised: everyone but operators. */
@Admits({Role.CASEWORKER, Role.TEAM_LEADER, Role.AUDITOR, Role.ANALYST})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface EffectReading {}
