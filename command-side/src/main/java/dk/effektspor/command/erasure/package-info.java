/** Forgetting a citizen: who may decide it, and how it is carried out. */
@NullMarked
package dk.effektspor.command.erasure;

import org.jspecify.annotations.NullMarked;
