/** Signed checkpoints: the key, the folder outside the database, the witness. */
@NullMarked
package dk.effektspor.query.ledger.checkpoint;

import org.jspecify.annotations.NullMarked;
