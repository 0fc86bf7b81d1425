package dk.effektspor.query.audit;

import dk.effektspor.platform.security.CurrentActor;
import dk.effektspor.platform.security.Role;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.access.Looked;
import dk.effektspor.query.audit.bundle.Payload;
import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.ledger.StoredEvents;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.CitizenId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/** The one door through which whole cases are read from the store. */
public final class AuditedCases {

    private static final int AT_ONCE = 250;

    private final StoredEvents events;
    private final CurrentActor actor;
    private final Looked looked;

    AuditedCases(StoredEvents events, CurrentActor actor, Looked looked) {
        this.events = events;
        this.actor = actor;
        this.looked = looked;
    }

    /**
     * The case as stored, for whoever is asking.
     *
     * @throws Problem 404 {@code case.unknown}, 403 {@code access.other-unit}
     */
    public AuditedCase read(CaseId caseId) {
        looked.forCase(caseId);
        AuditedCase found = find(events, caseId);
        if (found == null) {
            throw new Problem(404, "case.unknown", Map.of("caseId", caseId.toString()));
        }
        looked.at(caseId, found.citizen(), null);
        if (!actor.get().maySeeCasesOf(found.unit())) {
            throw new Problem(403, "access.other-unit", Map.of("unit", found.unit()));
        }
        return found;
    }

    /** A case whose events an auditor may read one after the other, and whom they concern. */
    public record Door(CaseId caseId, CitizenId citizen) {}

    /**
     * Opens a case for an auditor without reading all of it.
     *
     * @throws Problem 404 {@code case.unknown}
     * @throws AccessDeniedException for anyone else: whose case it is now would take reading all of it
     */
    public Door door(CaseId caseId) {
        looked.forCase(caseId);
        List<StoredEvent> first = events.ofStream(caseId.toString(), 0, 1);
        String citizen = first.isEmpty() ? null : top(first.get(0), "citizenId");
        if (citizen == null) {
            throw new Problem(404, "case.unknown", Map.of("caseId", caseId.toString()));
        }
        Door door = new Door(caseId, CitizenId.of(citizen));
        looked.at(caseId, door.citizen(), null);
        if (actor.get().role() != Role.AUDITOR) {
            throw new AccessDeniedException("Not for this role");
        }
        return door;
    }

    /**
     * Hands on the events of a case as they are stored, in order, a page of them in memory at a time.
     *
     * @param taker says whether it wants another
     */
    public static void readAll(StoredEvents store, CaseId caseId, Predicate<StoredEvent> taker) {
        List<StoredEvent> page;
        long next = 0;
        do {
            page = store.ofStream(caseId.toString(), next, AT_ONCE);
            for (StoredEvent event : page) {
                if (!taker.test(event)) {
                    return;
                }
                next = event.sequence() + 1;
            }
        } while (page.size() == AT_ONCE);
    }

    private static @Nullable AuditedCase find(StoredEvents store, CaseId caseId) {
        List<StoredEvent> events = new ArrayList<>();
        readAll(store, caseId, events::add);
        String citizen = null;
        String unit = null;
        for (StoredEvent event : events) {
            if (event.type().equals("case.opened")) {
                citizen = top(event, "citizenId");
                unit = top(event, "unit");
            } else if (event.type().equals("case.transferred")) {
                unit = top(event, "toUnit");
            }
        }
        return citizen == null || unit == null ? null : new AuditedCase(caseId, CitizenId.of(citizen), unit, events);
    }

    private static @Nullable String top(StoredEvent event, String name) {
        try {
            return Payload.of(event.payload()).top(name);
        } catch (Payload.Unreadable e) {
            throw new IllegalStateException("Unreadable history: event " + event.eventId(), e);
        }
    }
}
