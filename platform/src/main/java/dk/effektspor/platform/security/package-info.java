/** Who is signed in and what they may see. */
@NullMarked
package dk.effektspor.platform.security;

import org.jspecify.annotations.NullMarked;
