/** What the one who runs Effektspor must be able to see and do. */
@NullMarked
package dk.effektspor.platform.operations;

import org.jspecify.annotations.NullMarked;
