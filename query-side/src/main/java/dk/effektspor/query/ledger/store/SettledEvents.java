package dk.effektspor.query.ledger.store;

import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.ledger.proof.Hash;
import java.util.List;

/** The event log as far as its order is final. */
public interface SettledEvents {

    /** At most so many of the events that follow an index, none of which another can still come to stand before. */
    List<StoredEvent> settledAfter(long globalIndex, int limit);

    /**
     * Whether an event that was taken in is still the one at its index. Asked where the store can be put back to an earlier
     * state without the ledger's tables; PostgreSQL holds both, and takes them back together.
     */
    default boolean stillHolds(long globalIndex, Hash leaf) {
        return true;
    }

    /** Index of the last event there is to see, settled or not; -1 when there is none. */
    long head();
}
