/** Versioned, effective-dated data the rules read: compasses, ladders, measures, programmes, offers, units. */
@NullMarked
package dk.effektspor.shared.catalogue;

import org.jspecify.annotations.NullMarked;
