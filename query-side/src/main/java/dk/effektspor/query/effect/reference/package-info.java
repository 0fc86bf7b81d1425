/** Published figures that our own are held against, each with its population and source. */
@NullMarked
package dk.effektspor.query.effect.reference;

import org.jspecify.annotations.NullMarked;
