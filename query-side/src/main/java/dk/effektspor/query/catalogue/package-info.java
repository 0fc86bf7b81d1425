/** The catalogues as the reader may look them up. */
@NullMarked
package dk.effektspor.query.catalogue;

import org.jspecify.annotations.NullMarked;
