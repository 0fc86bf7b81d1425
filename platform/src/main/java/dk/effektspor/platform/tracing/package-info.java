/** Traces from a request through its command and events to the views; off until an operator says where to send them. */
@NullMarked
package dk.effektspor.platform.tracing;

import org.jspecify.annotations.NullMarked;
