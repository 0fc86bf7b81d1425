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
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What differs in a case between two points, field by field, and which events made it differ. */
final class Difference {

    /** Set by every event, so that it tells nothing. */
    private static final String UPDATED = "header/updatedAt";

    private static final String HEADER = "header/";
    private static final String STEP = "step";
    /** Of an intervention, the fields on which the step rests. */
    private static final Pattern STEPS =
            Pattern.compile("interventions/[^/]+/(startedOn|terms/step|(end|annulment)/on)");
    /** Sites have no id: one that is left out shifts those after it. */
    private static final Pattern SITES = Pattern.compile("(interventions/[^/]+/sites/).*");

    /**
     * A field that differs.
     *
     * @param path as in {@code interventions/ID/plannedEnd}; {@code step} is the position on the Indsatstrappe
     * @param from its value at the first point, absent if it had none
     * @param events versions of the events that made the difference: those that count on one side only, and two that
     *     count on both in another order, by date there and by recording here; none if only the day is another
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
                        path, before.get(path), after.get(path), events(path, touchedBefore, touchedAfter, onOneSide)))
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
            fields.putAll(Fields.of(STEP, opened.apply(step)));
        }
        return fields;
    }

    private static List<Long> events(String path, Touched before, Touched after, Set<Long> onOneSide) {
        Matcher site = SITES.matcher(path);
        Predicate<String> paths = path.equals(STEP)
                ? STEPS.asMatchPredicate()
                : site.matches() ? other -> other.startsWith(site.group(1)) : path::equals;
        Set<Long> events = new TreeSet<>(before.any(paths));
        events.addAll(after.any(paths));
        events.retainAll(onOneSide);
        Long then = before.last(path);
        Long now = after.last(path);
        // Nothing else is folded by date and not as it was recorded.
        if (path.startsWith(HEADER)
                && then != null
                && now != null
                && !onOneSide.contains(then)
                && !onOneSide.contains(now)) {
            events.addAll(List.of(then, now));
        }
        return List.copyOf(events);
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
