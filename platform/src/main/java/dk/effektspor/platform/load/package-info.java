/** What keeps the service answering when more is asked of it than it can do. */
@NullMarked
package dk.effektspor.platform.load;

import org.jspecify.annotations.NullMarked;
