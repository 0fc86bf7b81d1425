package dk.effektspor.query.audit.replay;

import dk.effektspor.query.caseview.CaseView;
import dk.effektspor.query.caseview.PastCases;
import dk.effektspor.query.clocks.Fact;
import dk.effektspor.query.platform.ViewJson;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which event of a history set which field of the case: found by folding it, and comparing before and after. */
final class Touched {

    /** By path, in the order of the fold. */
    private final Map<String, Set<Long>> versions = new HashMap<>();

    /** @param facts in the order in which they are folded */
    Touched(List<Fact> facts) {
        CaseView view = null;
        for (Fact fact : facts) {
            CaseView next = PastCases.after(view, fact);
            compare(view, next, fact.recorded().version());
            view = next;
        }
    }

    /** Versions of the events that set one of these fields, or took it away. */
    Set<Long> any(Predicate<String> paths) {
        Set<Long> all = new TreeSet<>();
        versions.forEach((path, touching) -> {
            if (paths.test(path)) {
                all.addAll(touching);
            }
        });
        return all;
    }

    /** Version of the event that had the last word on the field; absent if none ever set it. */
    @Nullable
    Long last(String path) {
        Long last = null;
        for (Long version : versions.getOrDefault(path, Set.of())) {
            last = version;
        }
        return last;
    }

    private void compare(@Nullable CaseView before, CaseView after, long version) {
        part(
                "header",
                before == null ? null : before.header().updated(after.header().updatedAt()),
                after.header(),
                version);
        list(
                "interventions",
                before,
                after,
                CaseView::interventions,
                i -> i.interventionId().toString(),
                version);
        list("moves", before, after, CaseView::moves, m -> Long.toString(m.version()), version);
        list("scorings", before, after, CaseView::scorings, s -> s.scoringId().toString(), version);
        list("meetings", before, after, CaseView::meetings, m -> m.meetingId().toString(), version);
    }

    private <T> void list(
            String under,
            @Nullable CaseView before,
            CaseView after,
            Function<CaseView, List<T>> list,
            Function<T, String> id,
            long version) {
        List<T> now = list.apply(after);
        List<T> then = before == null ? List.of() : list.apply(before);
        if (now.equals(then)) {
            return;
        }
        // A fold adds to the end or changes in place; so what stands at a place is the same element.
        for (int i = 0; i < now.size(); i++) {
            part(under + "/" + id.apply(now.get(i)), i < then.size() ? then.get(i) : null, now.get(i), version);
        }
    }

    private void part(String path, @Nullable Object before, Object after, long version) {
        if (after.equals(before)) {
            return;
        }
        SortedMap<String, JsonNode> then = before == null ? new TreeMap<>() : fields(path, before);
        SortedMap<String, JsonNode> now = fields(path, after);
        Set<String> paths = new HashSet<>(then.keySet());
        paths.addAll(now.keySet());
        for (String field : paths) {
            if (!Objects.equals(then.get(field), now.get(field))) {
                versions.computeIfAbsent(field, f -> new LinkedHashSet<>()).add(version);
            }
        }
    }

    private static SortedMap<String, JsonNode> fields(String path, Object part) {
        return Fields.of(path, ViewJson.MAPPER.valueToTree(part));
    }
}
