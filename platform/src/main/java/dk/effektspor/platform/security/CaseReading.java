package dk.effektspor.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Reads a case: caseworkers, team leaders and auditors. */
@Admits({Role.CASEWORKER, Role.TEAM_LEADER, Role.AUDITOR})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface CaseReading {}
