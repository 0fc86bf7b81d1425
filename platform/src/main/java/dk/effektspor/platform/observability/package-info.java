/** Health, metrics and logs. */
@NullMarked
package dk.effektspor.platform.observability;

import org.jspecify.annotations.NullMarked;
