/** What both sides must agree on, and nothing else: events, ids, value objects and the catalogues. */
@NullMarked
package dk.effektspor.shared;

import org.jspecify.annotations.NullMarked;
