package dk.effektspor.query.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One walk along the chain, entry by entry, that notes what does not fit. */
final class ChainWalk {

    private static final int TOLD = 20;

    private final SortedMap<Long, String> anchors;
    private final List<Fault> faults = new ArrayList<>();
    private long found;
    private Link horizon;
    private Link last;
    private long deletionRecordedThrough;

    /**
     * @param horizon where the log begins
     * @param anchors hashes known from elsewhere, by position
     */
    ChainWalk(Link horizon, Map<Long, String> anchors) {
        this.horizon = horizon;
        this.last = horizon;
        this.anchors = new TreeMap<>(anchors);
    }

    long position() {
        return last.position();
    }

    /** The beginning was deleted while we walked; what lies before it is not missed. */
    void begin(Link newHorizon) {
        if (newHorizon.position() > last.position()) {
            last = newHorizon;
        }
        horizon = newHorizon;
    }

    void pass(Entry entry) {
        if (entry.position() > last.position() + 1) {
            note(new Fault(Fault.Kind.MISSING, last.position() + 1, entry.position() - 1));
        } else if (!entry.follows(last.hash())) {
            note(new Fault(Fault.Kind.CHANGED, entry.position()));
        }
        String known = anchors.get(entry.position());
        if (known != null && !known.equals(entry.hash())) {
            note(new Fault(Fault.Kind.REWRITTEN, entry.position()));
        }
        deletionRecordedThrough = Math.max(deletionRecordedThrough, Retention.deletedThrough(entry.look()));
        last = entry.link();
    }

    ChainReport end(Instant now) {
        if (!anchors.isEmpty() && anchors.lastKey() > last.position()) {
            note(new Fault(Fault.Kind.CUT, last.position() + 1, anchors.lastKey()));
        }
        if (horizon.position() > deletionRecordedThrough) {
            note(new Fault(Fault.Kind.BEGINNING_GONE, deletionRecordedThrough + 1, horizon.position()));
        }
        return new ChainReport(
                now, horizon.position(), last.position(), last.hash(), anchors.size(), faults, found - faults.size());
    }

    private void note(Fault fault) {
        found++;
        if (faults.size() < TOLD) {
            faults.add(fault);
        }
    }
}
