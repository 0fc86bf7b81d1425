package dk.effektspor.query.history;

import dk.effektspor.platform.eventstore.StoredEntry;
import dk.effektspor.platform.serialization.StoredPayloads;
import dk.effektspor.query.clocks.Fact;
import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.platform.Recorded;
import dk.effektspor.shared.CaseEvent;
import java.util.Map;

/** Reads stored events of cases as facts, raised to their present revision. What cannot be read ends the reading. */
public final class Decoding {

    private final StoredPayloads payloads = new StoredPayloads();

    /** What happened, who recorded it, and why. */
    public Fact fact(StoredEvent stored) {
        return fact(stored, payloads.metaData(stored.metaData()));
    }

    /** The same without who recorded it: what a fold needs. */
    public Fact bareFact(StoredEvent stored) {
        return fact(stored, Map.of());
    }

    private Fact fact(StoredEvent stored, Map<String, String> trace) {
        CaseEvent event = (CaseEvent) payloads.read(stored.type(), stored.revision(), stored.payload());
        return new Fact(
                event,
                new Recorded(stored.sequence() + 1, stored.eventId(), StoredEntry.instant(stored.recordedAt()), trace));
    }
}
