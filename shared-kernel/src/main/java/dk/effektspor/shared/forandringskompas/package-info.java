/** Scorings on the Forandringskompas. */
@NullMarked
package dk.effektspor.shared.forandringskompas;

import org.jspecify.annotations.NullMarked;
