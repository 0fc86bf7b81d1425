package dk.effektspor.query.audit.verify;

import dk.effektspor.query.audit.bundle.Line;
import dk.effektspor.query.ledger.proof.Checkpoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of the checks.
 *
 * @param faults by line; none if all is well
 * @param events those in their place, in the file's order
 */
public record Verdict(
        List<Fault> faults,
        Line.@Nullable Header header,
        @Nullable Checkpoint checkpoint,
        @Nullable String key,
        boolean keyGiven,
        List<Line.Event> events,
        List<Line.CatalogueEntry> catalogue) {

    public Verdict {
        faults = List.copyOf(faults);
        events = List.copyOf(events);
        catalogue = List.copyOf(catalogue);
    }

    public boolean isSound() {
        return faults.isEmpty();
    }

    /** How many texts are hidden for this reason; null counts those that are shown. */
    public long texts(Line.@Nullable Hidden hidden) {
        return events.stream()
                .flatMap(event -> event.texts().stream())
                .filter(text -> text.hidden() == hidden)
                .count();
    }
}
