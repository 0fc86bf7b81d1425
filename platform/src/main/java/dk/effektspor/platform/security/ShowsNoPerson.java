package dk.effektspor.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a handler for people who may read cases that its answers tell of nobody, so that its use is not recorded as a look at a
 * person's data.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ShowsNoPerson {

    /** Why not: what its answers hold instead. */
    String value();
}
