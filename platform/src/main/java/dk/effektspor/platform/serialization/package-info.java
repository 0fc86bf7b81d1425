/** How events are written: logical names, revisions, upcasters. */
@NullMarked
package dk.effektspor.platform.serialization;

import org.jspecify.annotations.NullMarked;
