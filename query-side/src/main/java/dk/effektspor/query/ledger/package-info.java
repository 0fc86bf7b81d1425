/** The ledger: every stored event a leaf of one Merkle log, its checkpoints, and the watch over both. */
@NullMarked
package dk.effektspor.query.ledger;

import org.jspecify.annotations.NullMarked;
