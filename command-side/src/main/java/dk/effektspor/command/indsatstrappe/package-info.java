/** Interventions and moves on the Indsatstrappe. */
@NullMarked
package dk.effektspor.command.indsatstrappe;

import org.jspecify.annotations.NullMarked;
