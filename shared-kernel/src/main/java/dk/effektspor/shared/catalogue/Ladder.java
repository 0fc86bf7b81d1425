package dk.effektspor.shared.catalogue;

import java.util.List;
import java.util.Map;

/**
 * One version of an Indsatstrappe; a ladder belongs to target groups.
 *
 * @param measures the step of each measure, by measure code
 */
public record Ladder(
        String id,
        Text name,
        List<String> targetGroups,
        Validity validity,
        List<Step> steps,
        Map<String, Place> measures,
        String source) {

    /** A step, 1 nearest to ordinary everyday life. */
    public record Step(int step, Text name) {}

    /** Where a measure stands on the ladder, and how sure that is. */
    public record Place(int step, Status status) {}

    public boolean hasStep(int step) {
        return steps.stream().anyMatch(s -> s.step() == step);
    }
}
