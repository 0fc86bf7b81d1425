package dk.effektspor.query.ledger;

import dk.effektspor.platform.security.Actor;
import dk.effektspor.platform.web.Correlation;
import dk.effektspor.query.ledger.checkpoint.Checkpoints;
import dk.effektspor.query.ledger.proof.Checkpoint;
import dk.effektspor.query.ledger.proof.VerifierKey;
import dk.effektspor.shared.EventTrace;
import dk.effektspor.shared.ledger.LedgerEvent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Lets one signing key follow another, by an event of the ledger's own stream. */
@Component
class KeyRotation {

    private static final String AGGREGATE = "Ledger";
    private static final String COMMAND = "ledger.rotate-key";

    private final Ledger ledger;
    private final Checkpoints checkpoints;
    private final EventStore events;
    private final Clock clock;

    KeyRotation(Ledger ledger, Checkpoints checkpoints, EventStore events, Clock clock) {
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        this.events = events;
        this.clock = clock;
    }

    /** Answers when a checkpoint bears both signatures and the old key is destroyed. */
    LedgerOperations.Rotated rotate(Actor actor, String client) {
        // A log that has parted from what was signed before gets no new key either.
        ledger.checkpointNow();
        VerifierKey previous = ledger.key();
        checkpoints.rotate((sequence, before, next) -> events.publish(new GenericDomainEventMessage<>(
                AGGREGATE,
                LedgerEvent.STREAM,
                sequence,
                new LedgerEvent.KeyRotated(before.text(), next.text(), LocalDate.now(clock)),
                trace(actor, client))));
        long size = Checkpoint.parse(ledger.checkpointNow().text()).size();
        return new LedgerOperations.Rotated(previous.text(), ledger.key().text(), size);
    }

    private static Map<String, Object> trace(Actor actor, String client) {
        Map<String, Object> trace = new HashMap<>();
        trace.put(EventTrace.ACTOR, actor.user());
        trace.put(EventTrace.ROLE, actor.role().name());
        if (actor.unit() != null) {
            trace.put(EventTrace.UNIT, actor.unit());
        }
        trace.put(EventTrace.CLIENT, client);
        trace.put(EventTrace.COMMAND, COMMAND);
        trace.put(EventTrace.COMMAND_ID, UUID.randomUUID().toString());
        String correlation = Correlation.current();
        if (correlation != null) {
            trace.put(EventTrace.CORRELATION, correlation);
        }
        return trace;
    }
}
