package dk.effektspor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A case as someone outside makes it out of its replayed events, without any of our code: who is responsible and whether it
 * is open, what was decided and how it went, where it stands on the ladder on a day, and which readings count.
 *
 * @param interventions of each its plan, its course, and when the decision was annulled
 * @param active the interventions that run on the day
 * @param moves the kind of each, from where to where, and whether it still counts
 * @param scores of each scoring that counts the date and every dimension
 */
record FoldedOutside(
        String unit,
        String caseworker,
        String closedOn,
        Map<String, String> interventions,
        TreeSet<String> active,
        int step,
        List<String> moves,
        Map<String, String> scores,
        List<String> meetings) {

    static FoldedOutside of(List<JsonNode> events, String on) {
        String unit = "";
        String caseworker = "";
        String closedOn = "";
        Map<String, Course> courses = new TreeMap<>();
        Map<String, JsonNode> moves = new LinkedHashMap<>();
        Map<String, String> scores = new TreeMap<>();
        List<String> meetings = new ArrayList<>();
        for (JsonNode event : events) {
            JsonNode payload = event.path("payload");
            String name = event.path("event").asString();
            String day = payload.path("effectiveOn").asString();
            Course course = courses.get(payload.path("interventionId").asString(""));
            String scoring = payload.path("scoringId").asString("");
            switch (name) {
                case "case.opened" -> {
                    unit = payload.path("unit").asString();
                    caseworker = payload.path("caseworker").asString();
                }
                case "case.transferred" -> {
                    unit = payload.path("toUnit").asString();
                    caseworker = payload.path("caseworker").asString();
                }
                case "case.assigned" -> caseworker = payload.path("caseworker").asString();
                case "case.closed" -> closedOn = day;
                case "case.reopened" -> closedOn = "";
                case "case.network-meeting-held" -> meetings.add(meeting(payload, day));
                case "indsatstrappe.intervention-decided" ->
                    courses.put(payload.path("interventionId").asString(), new Course(payload.path("terms")));
                case "indsatstrappe.intervention-started" -> known(course).start = day;
                case "indsatstrappe.intervention-extended" ->
                    known(course).plannedEnd = payload.path("plannedEnd").asString();
                case "indsatstrappe.intervention-adjusted" -> known(course).adjust(payload);
                case "indsatstrappe.intervention-ended" -> known(course).end = day;
                case "indsatstrappe.decision-annulled" -> known(course).annulled = day;
                case "indsatstrappe.stepped-up", "indsatstrappe.stepped-down", "indsatstrappe.supplemented" ->
                    moves.put(name.substring(name.indexOf('.') + 1) + " " + day, payload.path("move"));
                case "forandringskompas.scored", "forandringskompas.scoring-corrected" ->
                    scores.put(scoring, day + scores(payload));
                case "forandringskompas.scoring-annulled" -> scores.remove(scoring);
                case "case.note-added" -> {
                    // Stands in the events alone.
                }
                default -> throw new AssertionError("What does " + name + " say?");
            }
        }
        Map<String, String> interventions = new TreeMap<>();
        courses.forEach((id, course) -> interventions.put(id, course.told()));
        TreeSet<String> active = new TreeSet<>();
        courses.forEach((id, course) -> {
            if (course.isActiveOn(on)) {
                active.add(id);
            }
        });
        int step = active.stream()
                .mapToInt(id -> known(courses.get(id)).step)
                .max()
                .orElse(0);
        List<String> made = new ArrayList<>();
        moves.forEach((kind, move) -> made.add(move(
                kind,
                move,
                !known(courses.get(move.path("to").asString())).annulled.isEmpty())));
        return new FoldedOutside(unit, caseworker, closedOn, interventions, active, step, made, scores, meetings);
    }

    /** The same, as the API tells it. */
    static FoldedOutside told(JsonNode state) {
        Map<String, String> interventions = new TreeMap<>();
        state.at("/caseFile/interventions").forEach(course -> {
            JsonNode i = course.path("intervention");
            interventions.put(
                    i.path("interventionId").asString(),
                    told(
                            i.at("/terms/step").asInt(),
                            i.path("startedOn").asString(""),
                            i.at("/end/on").asString(""),
                            i.path("plannedEnd").asString(""),
                            goals(i.path("terms")),
                            i.at("/terms/exitPlan").asString(""),
                            i.at("/annulment/on").asString("")));
        });
        TreeSet<String> active = new TreeSet<>();
        state.at("/ladder/active")
                .forEach(course ->
                        active.add(course.at("/intervention/interventionId").asString()));
        List<String> moves = new ArrayList<>();
        state.at("/ladder/moves").forEach(move -> {
            JsonNode made = move.path("made");
            moves.add(move(
                    made.path("kind").asString() + " " + made.path("decidedOn").asString(),
                    made.path("move"),
                    move.path("annulled").asBoolean()));
        });
        Map<String, String> scores = new TreeMap<>();
        state.at("/compass/scorings").forEach(scoring -> {
            if (!scoring.has("annulment")) {
                JsonNode wording =
                        scoring.path("wordings").get(scoring.path("wordings").size() - 1);
                scores.put(
                        scoring.path("scoringId").asString(), wording.path("on").asString() + scores(wording));
            }
        });
        List<String> meetings = new ArrayList<>();
        state.at("/caseFile/networkMeetings")
                .forEach(meeting ->
                        meetings.add(meeting(meeting, meeting.path("on").asString())));
        return new FoldedOutside(
                state.at("/caseFile/unit").asString(),
                state.at("/caseFile/caseworker").asString(),
                state.at("/caseFile/closedOn").asString(""),
                interventions,
                active,
                state.path("step").asInt(0),
                moves,
                scores,
                meetings);
    }

    private static Course known(@Nullable Course course) {
        return Objects.requireNonNull(course);
    }

    private static String told(
            int step, String start, String end, String plannedEnd, String goals, String exitPlan, String annulled) {
        return "step " + step + ", " + start + "/" + end + ", planned " + plannedEnd + ", goals " + goals + ", exit "
                + exitPlan + ", annulled " + annulled;
    }

    private static String goals(JsonNode terms) {
        StringJoiner goals = new StringJoiner("; ");
        terms.path("goals")
                .forEach(goal -> goals.add(
                        goal.path("goalId").asString() + " " + goal.path("text").asString()));
        return goals.toString();
    }

    private static String move(String kind, JsonNode move, boolean annulled) {
        return kind + " " + move.path("from").asString() + " " + move.path("fromStep") + " to "
                + move.path("to").asString() + " " + move.path("toStep") + " for "
                + move.path("reason").asString() + " " + move.path("restsOn") + (annulled ? " annulled" : "");
    }

    private static String scores(JsonNode scored) {
        JsonNode scoring = scored.path("scoring");
        StringJoiner scores = new StringJoiner(" ", " " + scoring.path("rater") + scoring.path("occasion") + ": ", "");
        scoring.path("scores").forEach(score -> scores.add(score.path("dimension") + "=" + score.path("score")));
        return scores.toString();
    }

    private static String meeting(JsonNode held, String on) {
        return held.path("meetingId").asString() + " " + on + " " + held.path("citizenPresent") + " "
                + held.path("summary").asString("");
    }

    private static final class Course {

        private final int step;
        private String goals;
        private String exitPlan;
        private String plannedEnd;
        private String start = "";
        private String end = "";
        private String annulled = "";

        Course(JsonNode terms) {
            step = terms.path("step").asInt();
            goals = goals(terms);
            exitPlan = terms.path("exitPlan").asString("");
            plannedEnd = terms.path("plannedEnd").asString("");
        }

        void adjust(JsonNode payload) {
            goals = payload.has("goals") ? goals(payload) : goals;
            exitPlan = payload.path("exitPlan").asString(exitPlan);
            plannedEnd = payload.path("plannedEnd").asString(plannedEnd);
        }

        boolean isActiveOn(String day) {
            return annulled.isEmpty()
                    && !start.isEmpty()
                    && start.compareTo(day) <= 0
                    && (end.isEmpty() || day.compareTo(end) < 0);
        }

        String told() {
            return FoldedOutside.told(step, start, end, plannedEnd, goals, exitPlan, annulled);
        }
    }
}
