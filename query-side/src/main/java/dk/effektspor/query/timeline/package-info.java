/** Everything that happened in a case, in order of either clock. */
@NullMarked
package dk.effektspor.query.timeline;

import org.jspecify.annotations.NullMarked;
