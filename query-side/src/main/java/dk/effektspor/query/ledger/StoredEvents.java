package dk.effektspor.query.ledger;

import java.util.List;
import java.util.Optional;

/** Reads the event store past Axon, for those who need the bytes. */
public interface StoredEvents {

    /** At most so many events with a greater global index, in the order of that index; gaps are not looked at. */
    List<StoredEvent> after(long globalIndex, int limit);

    /** At most so many events of a stream from a sequence number on, in its order. */
    List<StoredEvent> ofStream(String stream, long fromSequence, int limit);

    Optional<StoredEvent> withId(String eventId);
}
