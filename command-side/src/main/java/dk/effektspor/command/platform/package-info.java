/** How commands reach the case: bus, idempotency, errors. */
@NullMarked
package dk.effektspor.command.platform;

import org.jspecify.annotations.NullMarked;
