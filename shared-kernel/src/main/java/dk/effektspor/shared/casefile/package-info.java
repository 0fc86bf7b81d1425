/** The case itself: who it is about, who is responsible, and what was noted. */
@NullMarked
package dk.effektspor.shared.casefile;

import org.jspecify.annotations.NullMarked;
