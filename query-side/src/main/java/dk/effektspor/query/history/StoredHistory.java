package dk.effektspor.query.history;

import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.query.ledger.StoredEvents;
import dk.effektspor.shared.casefile.CaseId;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Reads a case's events as they are stored, in order, a page of them in memory at a time. */
@Component
public final class StoredHistory {

    /** Events in memory at a time, when all of a case is read. */
    public static final int AT_ONCE = 250;

    private final StoredEvents events;

    public StoredHistory(StoredEvents events) {
        this.events = events;
    }

    /**
     * Hands on page after page from a place in the case on.
     *
     * @param atOnce events of a page
     * @param taker says whether it wants another
     * @throws IllegalStateException if an event is missing, after those before it were handed on
     */
    public void read(CaseId caseId, long fromSequence, int atOnce, Predicate<List<StoredEvent>> taker) {
        long next = fromSequence;
        while (true) {
            List<StoredEvent> page = events.ofStream(caseId.toString(), next, atOnce);
            List<StoredEvent> whole = withoutHole(page, next);
            if (!whole.isEmpty() && !taker.test(whole)) {
                return;
            }
            next += whole.size();
            if (whole.size() < page.size()) {
                throw new IllegalStateException(
                        "Unreadable history: event " + next + " of case " + caseId + " is missing");
            }
            if (page.size() < atOnce) {
                return;
            }
        }
    }

    private static List<StoredEvent> withoutHole(List<StoredEvent> page, long from) {
        int whole = 0;
        while (whole < page.size() && page.get(whole).sequence() == from + whole) {
            whole++;
        }
        return page.subList(0, whole);
    }
}
