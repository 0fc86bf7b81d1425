package dk.effektspor.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Decides whether a citizen is forgotten: team leaders, two of them. */
@Admits({Role.TEAM_LEADER})
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ErasureDeciding {}
