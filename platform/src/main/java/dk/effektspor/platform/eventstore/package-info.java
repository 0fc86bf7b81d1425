/** Where events are kept: Axon's JDBC engine on PostgreSQL, or Axon Server. */
@NullMarked
package dk.effektspor.platform.eventstore;

import org.jspecify.annotations.NullMarked;
