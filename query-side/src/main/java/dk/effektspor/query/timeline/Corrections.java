package dk.effektspor.query.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which entries of a timeline correct which. */
final class Corrections {

    private final Map<Long, Long> corrects = new HashMap<>();
    private final Map<Long, List<Long>> correctedBy = new HashMap<>();

    /** @param entries in recording order */
    Corrections(List<TimelineEntry> entries) {
        Map<String, Long> standing = new HashMap<>();
        for (TimelineEntry entry : entries) {
            String subject = entry.subject();
            if (subject == null) {
                continue;
            }
            switch (entry.name()) {
                case "forandringskompas.scored", "indsatstrappe.intervention-decided" ->
                    standing.put(subject, entry.version());
                case "forandringskompas.scoring-corrected" -> {
                    link(entry.version(), standing.get(subject));
                    standing.put(subject, entry.version());
                }
                case "forandringskompas.scoring-annulled", "indsatstrappe.decision-annulled" ->
                    link(entry.version(), standing.get(subject));
                default -> {
                    // Corrects nothing.
                }
            }
        }
    }

    @Nullable
    Long correctedIn(long version) {
        return corrects.get(version);
    }

    List<Long> correctionsOf(long version) {
        return correctedBy.getOrDefault(version, List.of());
    }

    private void link(long version, @Nullable Long corrected) {
        if (corrected != null) {
            corrects.put(version, corrected);
            correctedBy.computeIfAbsent(corrected, v -> new ArrayList<>()).add(version);
        }
    }
}
