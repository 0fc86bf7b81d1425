/** A case as its events tell it: event by event, at any point, and what changed between two. */
@NullMarked
package dk.effektspor.query.audit.replay;

import org.jspecify.annotations.NullMarked;
