/** The API's description of itself. */
@NullMarked
package dk.effektspor.platform.openapi;

import org.jspecify.annotations.NullMarked;
