/** Copies of all that must not be lost, and the way back from them. Nothing here runs inside the application. */
@NullMarked
package dk.effektspor.platform.backup;

import org.jspecify.annotations.NullMarked;
