/** Both sides in one process. */
@NullMarked
package dk.effektspor;

import org.jspecify.annotations.NullMarked;
