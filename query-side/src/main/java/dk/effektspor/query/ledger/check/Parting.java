package dk.effektspor.query.ledger.check;

import dk.effektspor.query.ledger.proof.Hash;
import java.util.List;

/**
 * A place where the store and the ledger are not the same: these leaves stand in the store where those were expected.
 *
 * @param position of the first expected leaf
 * @param toTheEnd whether nothing after it is the same again
 */
record Parting(long position, List<Leaf> stored, List<Hash> expected, boolean toTheEnd) {}
