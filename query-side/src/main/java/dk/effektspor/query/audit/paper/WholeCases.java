package dk.effektspor.query.audit.paper;

import dk.effektspor.query.audit.AuditedCase;
import dk.effektspor.query.audit.AuditedCases;
import dk.effektspor.query.ledger.Ledger;
import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.ledger.proof.Hash;
import dk.effektspor.query.ledger.proof.LeafEnvelope;
import dk.effektspor.query.ledger.proof.MerkleTree;
import dk.effektspor.query.ledger.proof.SignedNote;
import dk.effektspor.query.platform.Recorded;
import dk.effektspor.query.platform.RecordedJson;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Reads a case for paper: through the door of the audit, the events as today's release understands them. */
final class WholeCases {

    private final AuditedCases cases;
    private final EventStore events;
    private final Ledger ledger;

    WholeCases(AuditedCases cases, EventStore events, Ledger ledger) {
        this.cases = cases;
        this.events = events;
        this.ledger = ledger;
    }

    /** Waits until the ledger covers all that is told. */
    WholeCase read(CaseId caseId) {
        AuditedCase audited = cases.read(caseId);
        SignedNote checkpoint = ledger.checkpointNow();
        List<Registration> registrations = new ArrayList<>();
        Iterator<? extends DomainEventMessage<?>> messages =
                events.readEvents(caseId.toString(), 0).asStream().iterator();
        for (StoredEvent stored : audited.events()) {
            registrations.add(registration(stored, messages.next()));
        }
        return new WholeCase(audited.citizen(), registrations, checkpoint, ledger.key());
    }

    private Registration registration(StoredEvent stored, DomainEventMessage<?> message) {
        if (!stored.eventId().equals(message.getIdentifier())) {
            throw new IllegalStateException("Unreadable history: event " + stored.eventId());
        }
        Map<String, String> trace = new RecordedJson.Stored(message).trace();
        Hash leaf = MerkleTree.leaf(LeafEnvelope.of(stored));
        return new Registration(
                (CaseEvent) message.getPayload(),
                new Recorded(stored.sequence() + 1, stored.eventId(), message.getTimestamp(), trace),
                ledger.position(stored.eventId()),
                leaf);
    }
}
