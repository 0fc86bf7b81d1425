/** What is recorded about a citizen as such, apart from any case. */
@NullMarked
package dk.effektspor.shared.citizen;

import org.jspecify.annotations.NullMarked;
