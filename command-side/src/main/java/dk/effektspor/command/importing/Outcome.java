package dk.effektspor.command.importing;

import dk.effektspor.platform.web.Problem;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What became of one line.
 *
 * @param changed whether the case has new events because of it
 * @param rejection why it was not taken, if it was not
 * @param lineId the line's own id, as far as it could be read
 */
record Outcome(
        boolean changed,
        @Nullable Problem rejection,
        @Nullable String lineId) {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    static final Outcome ACCEPTED = new Outcome(true, null, null);
    static final Outcome UNCHANGED = new Outcome(false, null, null);

    static Outcome rejected(Problem why, @Nullable String lineId) {
        return new Outcome(false, why, lineId);
    }

    /** A line that could be read. What stands in it is not repeated: a code nobody knows may be a name in a wrong column. */
    static Outcome rejectedLine(Problem why, ImportLine line) {
        Set<String> said = new HashSet<>();
        collect(line.data(), said);
        Map<String, Object> facts = new HashMap<>(why.facts());
        facts.replaceAll((name, value) -> said.contains(value.toString())
                        && !DATE.matcher(value.toString()).matches()
                ? "…"
                : value);
        return rejected(new Problem(why.status(), why.code(), facts), line.id());
    }

    private static void collect(@Nullable JsonNode node, Set<String> said) {
        if (node != null) {
            if (node.isString()) {
                said.add(node.asString());
            }
            node.forEach(child -> collect(child, said));
        }
    }
}
