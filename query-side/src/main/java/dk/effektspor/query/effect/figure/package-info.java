/** The figures themselves, computed from facts; no group in them is so small that a person can be recognised. */
@NullMarked
package dk.effektspor.query.effect.figure;

import org.jspecify.annotations.NullMarked;
