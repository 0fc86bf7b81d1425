package dk.effektspor.query.audit.verify;

import dk.effektspor.query.audit.bundle.Line;
import dk.effektspor.query.audit.bundle.Payload;
import dk.effektspor.query.audit.verify.Fault.Kind;
import dk.effektspor.query.ledger.proof.Checkpoint;
import dk.effektspor.query.ledger.proof.SignedNote;
import dk.effektspor.query.ledger.proof.VerifierKey;
import dk.effektspor.shared.ledger.LedgerEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bundle's key and those it followed, each change proved by the event in the log and a checkpoint signed under both.
 *
 * @param current the bundle's own, absent if it cannot be read
 * @param earlier those it followed
 */
record Keys(@Nullable VerifierKey current, List<VerifierKey> earlier) {

    private static final String ROTATED = "ledger.key-rotated";

    private record Change(VerifierKey previous, VerifierKey next) {}

    static Keys of(Arrangement lines, @Nullable Log log, List<Fault> faults) {
        Placed<Line.Key> line = lines.one(Line.Key.class);
        VerifierKey current = null;
        if (line != null) {
            try {
                current = VerifierKey.parse(line.content().key());
                if (current.type() != VerifierKey.LOG) {
                    throw new IllegalArgumentException("Not a log's key");
                }
            } catch (IllegalArgumentException e) {
                current = null;
                faults.add(Fault.of(Kind.KEY_MALFORMED, line.line()));
            }
        }
        List<VerifierKey> earlier = new ArrayList<>();
        List<Placed<Line.Rotation>> rotations = lines.all(Line.Rotation.class);
        // Backwards, since each key is believed because the one after it is.
        VerifierKey next = current;
        for (int i = rotations.size() - 1; i >= 0 && log != null; i--) {
            Placed<Line.Rotation> rotation = rotations.get(i);
            Change change = proved(rotation, log, faults);
            if (change != null && next != null && change.next().equals(next)) {
                earlier.add(0, change.previous());
                next = change.previous();
            } else {
                faults.add(Fault.of(Kind.ROTATION_UNTRUE, rotation.line()));
                next = null;
            }
        }
        return new Keys(current, earlier);
    }

    /** Whether this or an earlier key has signed a note. */
    boolean haveSigned(SignedNote note) {
        return (current != null && current.verify(note)) || earlier.stream().anyMatch(key -> key.verify(note));
    }

    boolean followed(VerifierKey given) {
        return given.equals(current) || earlier.contains(given);
    }

    private static @Nullable Change proved(Placed<Line.Rotation> line, Log log, List<Fault> faults) {
        Line.Rotation rotation = line.content();
        Line.Proved proved = rotation.proved();
        if (!log.holds(proved)) {
            faults.add(new Fault(line.line(), proved.event().sequence(), null, Kind.EVENT_NOT_IN_LEDGER));
            return null;
        }
        try {
            Payload payload = Payload.of(proved.event().payload());
            String previous = payload.top("previousKey");
            String next = payload.top("nextKey");
            if (!proved.event().type().equals(ROTATED)
                    || !proved.event().stream().equals(LedgerEvent.STREAM)
                    || previous == null
                    || next == null) {
                return null;
            }
            Change change = new Change(VerifierKey.parse(previous), VerifierKey.parse(next));
            SignedNote handover = SignedNote.parse(rotation.handover());
            Checkpoint both = Checkpoint.parse(handover.text());
            boolean isProved = change.previous().verify(handover)
                    && change.next().verify(handover)
                    && both.size() > proved.position()
                    && both.origin().equals(log.checkpoint().origin())
                    && log.continues(both, rotation.growth());
            return isProved ? change : null;
        } catch (Payload.Unreadable | IllegalArgumentException e) {
            return null;
        }
    }
}
