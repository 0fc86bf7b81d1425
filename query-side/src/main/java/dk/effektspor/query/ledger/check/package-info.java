/** The self-check: the store, the tiles, the folder and the checkpoints held against each other. */
@NullMarked
package dk.effektspor.query.ledger.check;

import org.jspecify.annotations.NullMarked;
