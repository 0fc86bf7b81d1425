/** The two clocks: what was true on one day as it was known on another. */
@NullMarked
package dk.effektspor.query.clocks;

import org.jspecify.annotations.NullMarked;
