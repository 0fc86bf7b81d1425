package dk.effektspor.platform.web;

import org.jspecify.annotations.Nullable;

/** Turns failures that only one module knows into problems; a bean of this type is asked before the common rules. */
@FunctionalInterface
public interface ProblemMapping {

    /** The problem behind a failure, or null if this module does not know it. */
    @Nullable
    Problem of(Throwable failure);
}
