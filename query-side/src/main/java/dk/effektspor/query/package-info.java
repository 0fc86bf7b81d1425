/** The side people read from. */
@NullMarked
package dk.effektspor.query;

import org.jspecify.annotations.NullMarked;
