/** What is recorded about the ledger that proves the record. */
@NullMarked
package dk.effektspor.shared.ledger;

import org.jspecify.annotations.NullMarked;
