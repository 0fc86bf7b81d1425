/** What proves the record to one who does not trust us: hashes, proofs, signed notes. Needs nothing but a JDK. */
@NullMarked
package dk.effektspor.query.ledger.proof;

import org.jspecify.annotations.NullMarked;
