/** What both applications run on. */
@NullMarked
package dk.effektspor.platform;

import org.jspecify.annotations.NullMarked;
