/** Personal data: per-citizen keys, sealing, looking a citizen up by CPR without storing it. */
@NullMarked
package dk.effektspor.platform.vault;

import org.jspecify.annotations.NullMarked;
