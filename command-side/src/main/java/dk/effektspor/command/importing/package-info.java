/** Whole case histories from a former system, line by line through the same rules as the API. */
@NullMarked
package dk.effektspor.command.importing;

import org.jspecify.annotations.NullMarked;
