package dk.effektspor.shared.ledger;

import dk.effektspor.shared.EventName;
import dk.effektspor.shared.RecordEvent;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/** What can happen to the ledger itself; kept in the stream {@link #STREAM}, beside the cases. */
public sealed interface LedgerEvent extends RecordEvent {

    /** The one stream of the ledger's own events. */
    String STREAM = "ledger";

    /**
     * The key that signs checkpoints was replaced. The first checkpoint that covers this event is signed under both keys.
     *
     * @param previousKey the verifier key until then, as C2SP signed-note writes it
     * @param nextKey the verifier key from then on
     */
    @EventName("ledger.key-rotated")
    @Revision("1")
    record KeyRotated(String previousKey, String nextKey, LocalDate effectiveOn) implements LedgerEvent {}
}
