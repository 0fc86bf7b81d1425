/** Interventions and the moves between the steps of the Indsatstrappe. */
@NullMarked
package dk.effektspor.shared.indsatstrappe;

import org.jspecify.annotations.NullMarked;
