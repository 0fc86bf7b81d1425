/** Whole histories of cases, read from the event store and not from a view. */
@NullMarked
package dk.effektspor.query.history;

import org.jspecify.annotations.NullMarked;
