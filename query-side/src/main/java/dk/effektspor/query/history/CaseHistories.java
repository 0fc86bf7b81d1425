package dk.effektspor.query.history;

import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.clocks.Fact;
import dk.effektspor.query.platform.Recorded;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;

/** Reads all facts of a case, oldest first, each raised to its present revision. No snapshot shortens the reading. */
@Component
public final class CaseHistories {

    private final EventStore events;

    CaseHistories(EventStore events) {
        this.events = events;
    }

    /**
     * The facts without who recorded them: what a fold needs.
     *
     * @throws Problem 404 {@code case.unknown}
     */
    public List<Fact> of(CaseId caseId) {
        List<Fact> facts = new ArrayList<>();
        events.readEvents(caseId.toString(), 0).forEachRemaining(message -> facts.add(fact(message)));
        if (facts.isEmpty()) {
            throw new Problem(404, "case.unknown", Map.of("caseId", caseId.toString()));
        }
        return facts;
    }

    private static Fact fact(DomainEventMessage<?> message) {
        return new Fact(
                (CaseEvent) message.getPayload(),
                new Recorded(
                        message.getSequenceNumber() + 1, message.getIdentifier(), message.getTimestamp(), Map.of()));
    }
}
