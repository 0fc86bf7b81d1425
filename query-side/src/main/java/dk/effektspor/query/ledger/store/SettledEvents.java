package dk.effektspor.query.ledger.store;

import dk.effektspor.query.ledger.StoredEvent;
import java.util.List;

/** The event log as far as its order is final. */
public interface SettledEvents {

    /** At most so many of the events that follow an index, none of which another can still come to stand before. */
    List<StoredEvent> settledAfter(long globalIndex, int limit);

    /** Index of the last event there is to see, settled or not; -1 when there is none. */
    long head();
}
