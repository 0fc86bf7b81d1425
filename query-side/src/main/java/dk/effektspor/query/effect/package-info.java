/** Effect views: what came of the interventions, as figures in which no person can be recognised. */
@NullMarked
package dk.effektspor.query.effect;

import org.jspecify.annotations.NullMarked;
