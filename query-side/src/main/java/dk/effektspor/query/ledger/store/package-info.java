/** How events are read past Axon, byte for byte, in an order that no later look can change. */
@NullMarked
package dk.effektspor.query.ledger.store;

import org.jspecify.annotations.NullMarked;
