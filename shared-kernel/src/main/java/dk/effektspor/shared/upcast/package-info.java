/** One upcaster per step from an event's old revision to its next. */
@NullMarked
package dk.effektspor.shared.upcast;

import org.jspecify.annotations.NullMarked;
