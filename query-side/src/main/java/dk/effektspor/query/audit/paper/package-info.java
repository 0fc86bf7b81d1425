/** A case on paper: the full history, and the extract for insight with what is withheld marked. */
@NullMarked
package dk.effektspor.query.audit.paper;

import org.jspecify.annotations.NullMarked;
