package dk.effektspor.query.audit;

import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.CitizenId;
import java.util.List;

/**
 * All of a case as it is stored, for a reader who may see it.
 *
 * @param unit the unit responsible for it now
 */
public record AuditedCase(CaseId caseId, CitizenId citizen, String unit, List<StoredEvent> events) {

    public AuditedCase {
        events = List.copyOf(events);
    }
}
