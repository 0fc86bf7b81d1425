/** Who looked: every look at a person's data is written down before the reader sees anything. */
@NullMarked
package dk.effektspor.query.access;

import org.jspecify.annotations.NullMarked;
