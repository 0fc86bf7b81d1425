/** What each case contributes to effect figures, folded from its events and kept with its version. */
@NullMarked
package dk.effektspor.query.effect.facts;

import org.jspecify.annotations.NullMarked;
