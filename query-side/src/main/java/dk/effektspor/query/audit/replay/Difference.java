package dk.effektspor.query.audit.replay;

import dk.effektspor.query.caseview.CaseView;
import dk.effektspor.query.caseview.StateAnswer;
import dk.effektspor.query.clocks.Fact;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What differs in a case between two points, field by field, and which events made it differ. */
final class Difference {

    /** Set by every event, so that it tells nothing. */
    private static final String UPDATED = "header/updatedAt";

    /**
     * A field that differs.
     *
     * @param path as in {@code interventions/ID/plannedEnd}; {@code step} is the position on the Indsatstrappe
     * @param from its value at the first point, absent if it had none
     * @param events versions of the events that made the difference; none if only the day is another
     */
    record Field(
            String path, @Nullable JsonNode from, @Nullable JsonNode to, List<Long> events) {}

    /** A case from one point. */
    record Seen(List<Fact> facts, CaseView view, LocalDate on) {}

    private Difference() {}

    /** @param opened writes a view as a tree, its texts opened */
    static List<Field> between(Seen from, Seen to, Function<Object, JsonNode> opened) {
        SortedMap<String, JsonNode> before = fields(from, opened);
        SortedMap<String, JsonNode> after = fields(to, opened);
        Touched touchedBefore = new Touched(from.facts());
        Touched touchedAfter = new Touched(to.facts());
        Set<Long> onOneSide = onOneSide(from, to);
        Set<String> paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        return paths.stream()
                .filter(path -> !path.equals(UPDATED) && !Objects.equals(before.get(path), after.get(path)))
                .map(path -> new Field(
                        path,
                        before.get(path),
                        after.get(path),
                        events(touching(path, touchedBefore, touchedAfter), onOneSide)))
                .toList();
    }

    private static SortedMap<String, JsonNode> fields(Seen seen, Function<Object, JsonNode> opened) {
        CaseView view = seen.view();
        SortedMap<String, JsonNode> fields = Fields.of("header", opened.apply(view.header()));
        fields.putAll(Fields.of("interventions", opened.apply(view.interventions())));
        fields.putAll(Fields.of("moves", opened.apply(view.moves())));
        fields.putAll(Fields.of("scorings", opened.apply(view.scorings())));
        fields.putAll(Fields.of("meetings", opened.apply(view.meetings())));
        Integer step = StateAnswer.of(view, seen.on()).step();
        if (step != null) {
            fields.putAll(Fields.of("step", opened.apply(step)));
        }
        return fields;
    }

    private static Set<Long> touching(String path, Touched before, Touched after) {
        Set<Long> touching = new TreeSet<>();
        for (Touched touched : List.of(before, after)) {
            touching.addAll(path.equals("step") ? touched.under("interventions") : touched.of(path));
        }
        return touching;
    }

    private static List<Long> events(Set<Long> touching, Set<Long> onOneSide) {
        return touching.stream().filter(onOneSide::contains).toList();
    }

    private static Set<Long> onOneSide(Seen from, Seen to) {
        Set<Long> before = versions(from);
        Set<Long> after = versions(to);
        return Stream.concat(
                        before.stream().filter(v -> !after.contains(v)),
                        after.stream().filter(v -> !before.contains(v)))
                .collect(Collectors.toSet());
    }

    private static Set<Long> versions(Seen seen) {
        return seen.facts().stream().map(f -> f.recorded().version()).collect(Collectors.toCollection(HashSet::new));
    }
}
