package dk.effektspor.query.audit.bundle;

import dk.effektspor.query.ledger.Ledger;
import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.ledger.StoredEvents;
import dk.effektspor.query.ledger.checkpoint.CheckpointStore;
import dk.effektspor.query.ledger.checkpoint.LedgerKeys;
import dk.effektspor.query.ledger.proof.SigningKey;
import dk.effektspor.shared.ledger.LedgerEvent;
import java.util.ArrayList;
import java.util.List;

/** The keys of the ledger that runs here. */
final class SigningLedger implements BundleLedger {

    /** Keys change once in some years. */
    private static final int CHANGES = 1_000;

    private final Ledger ledger;
    private final LedgerKeys keys;
    private final CheckpointStore checkpoints;
    private final StoredEvents events;

    SigningLedger(Ledger ledger, LedgerKeys keys, CheckpointStore checkpoints, StoredEvents events) {
        this.ledger = ledger;
        this.keys = keys;
        this.checkpoints = checkpoints;
        this.events = events;
    }

    @Override
    public SigningKey current() {
        return keys.current();
    }

    @Override
    public List<Handover> handovers() {
        String origin = ledger.key().name();
        List<Handover> handovers = new ArrayList<>();
        for (StoredEvent event : events.ofStream(LedgerEvent.STREAM, 0, CHANGES)) {
            if (event.type().equals("ledger.key-rotated")) {
                checkpoints
                        .firstCovering(origin, ledger.position(event.eventId()))
                        .ifPresent(note -> handovers.add(new Handover(event, note)));
            }
        }
        return handovers;
    }
}
