/** Scorings on the Forandringskompas. */
@NullMarked
package dk.effektspor.command.forandringskompas;

import org.jspecify.annotations.NullMarked;
