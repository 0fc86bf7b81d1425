/** The tiles of the Merkle log, and who adds to them. */
@NullMarked
package dk.effektspor.query.ledger.tree;

import org.jspecify.annotations.NullMarked;
