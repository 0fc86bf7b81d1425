/** The catalogue as both applications get it. */
@NullMarked
package dk.effektspor.platform.catalogue;

import org.jspecify.annotations.NullMarked;
