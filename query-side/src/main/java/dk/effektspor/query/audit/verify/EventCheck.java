package dk.effektspor.query.audit.verify;

import dk.effektspor.query.audit.bundle.Line;
import dk.effektspor.query.audit.bundle.Payload;
import dk.effektspor.query.audit.verify.Fault.Kind;
import dk.effektspor.query.ledger.StoredEvent;
import dk.effektspor.shared.privacy.SealedText;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes through the events in order: each follows the one before, stands in the log, and shows no text that was not sealed. */
final class EventCheck {

    private final @Nullable String caseId;
    private final @Nullable Log log;
    private final List<Fault> faults;
    private long sequence = -1;
    private long position = -1;

    EventCheck(@Nullable String caseId, @Nullable Log log, List<Fault> faults) {
        this.caseId = caseId;
        this.log = log;
        this.faults = faults;
    }

    void check(Placed<Line.Event> line) {
        Line.Proved proved = line.content().proved();
        StoredEvent event = proved.event();
        if (event.sequence() != sequence + 1 && !line.afterSpoilt()) {
            add(line, null, Kind.EVENT_OUT_OF_SEQUENCE);
        }
        if (proved.position() <= position) {
            add(line, null, Kind.EVENT_BEFORE_THE_LAST);
        }
        sequence = event.sequence();
        position = proved.position();
        if (caseId != null && !event.stream().equals(caseId)) {
            add(line, null, Kind.EVENT_OF_ANOTHER_CASE);
        }
        if (log == null) {
            return;
        }
        // What is not the bytes that were stored is not looked into.
        if (!log.holds(proved)) {
            add(line, null, Kind.EVENT_NOT_IN_LEDGER);
            return;
        }
        try {
            texts(line, Payload.of(event.payload()).sealed());
        } catch (Payload.Unreadable e) {
            add(line, null, Kind.EVENT_UNREADABLE);
        }
    }

    private void texts(Placed<Line.Event> line, Map<String, SealedText> sealed) {
        for (Line.ShownText shown : line.content().texts()) {
            SealedText text = sealed.remove(shown.at());
            if (text == null) {
                add(line, shown.at(), Kind.TEXT_UNKNOWN);
            } else if (shown.disclosure() != null && !shown.disclosure().proves(text)) {
                add(line, shown.at(), Kind.TEXT_UNTRUE);
            }
        }
        sealed.keySet().forEach(at -> add(line, at, Kind.TEXT_UNTOLD));
    }

    private void add(Placed<Line.Event> line, @Nullable String at, Kind kind) {
        faults.add(new Fault(line.line(), line.content().proved().event().sequence(), at, kind));
    }
}
