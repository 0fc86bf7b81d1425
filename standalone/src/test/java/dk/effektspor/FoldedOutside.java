package dk.effektspor;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * A case as someone outside makes it out of its replayed events, without any of our code: who is responsible, where it
 * stands on the ladder on a day, and which readings count.
 */
record FoldedOutside(
        String unit, String caseworker, Map<String, String> interventions, Map<String, String> scores, int step) {

    static FoldedOutside of(List<JsonNode> events, String on) {
        String unit = "";
        String caseworker = "";
        Map<String, Course> courses = new TreeMap<>();
        Map<String, String> scores = new TreeMap<>();
        for (JsonNode event : events) {
            JsonNode payload = event.path("payload");
            String intervention = payload.path("interventionId").asString("");
            String scoring = payload.path("scoringId").asString("");
            switch (event.path("event").asString()) {
                case "case.opened" -> {
                    unit = payload.path("unit").asString();
                    caseworker = payload.path("caseworker").asString();
                }
                case "case.transferred" -> {
                    unit = payload.path("toUnit").asString();
                    caseworker = payload.path("caseworker").asString();
                }
                case "indsatstrappe.intervention-decided" ->
                    courses.put(
                            intervention, new Course(payload.at("/terms/step").asInt(), "", ""));
                case "indsatstrappe.intervention-started" ->
                    courses.computeIfPresent(
                            intervention,
                            (id, c) -> new Course(
                                    c.step, payload.path("effectiveOn").asString(), c.end));
                case "indsatstrappe.intervention-ended" ->
                    courses.computeIfPresent(
                            intervention,
                            (id, c) -> new Course(
                                    c.step, c.start, payload.path("effectiveOn").asString()));
                case "forandringskompas.scored", "forandringskompas.scoring-corrected" ->
                    scores.put(scoring, payload.path("effectiveOn").asString() + " " + first(payload));
                case "forandringskompas.scoring-annulled" -> scores.remove(scoring);
                default -> {
                    // Says nothing about what is compared.
                }
            }
        }
        Map<String, String> interventions = new TreeMap<>();
        courses.forEach((id, course) -> interventions.put(id, course.start + "/" + course.end));
        int step = courses.values().stream()
                .filter(course -> course.isActiveOn(on))
                .mapToInt(Course::step)
                .max()
                .orElse(0);
        return new FoldedOutside(unit, caseworker, interventions, scores, step);
    }

    /** The same, as the API tells it. */
    static FoldedOutside told(JsonNode state) {
        Map<String, String> interventions = new TreeMap<>();
        state.at("/caseFile/interventions").forEach(course -> {
            JsonNode i = course.path("intervention");
            interventions.put(
                    i.path("interventionId").asString(),
                    i.path("startedOn").asString("") + "/" + i.at("/end/on").asString(""));
        });
        Map<String, String> scores = new TreeMap<>();
        state.at("/compass/scorings").forEach(scoring -> {
            if (!scoring.has("annulment")) {
                JsonNode wording =
                        scoring.path("wordings").get(scoring.path("wordings").size() - 1);
                scores.put(
                        scoring.path("scoringId").asString(), wording.path("on").asString() + " " + first(wording));
            }
        });
        return new FoldedOutside(
                state.at("/caseFile/unit").asString(),
                state.at("/caseFile/caseworker").asString(),
                interventions,
                scores,
                state.path("step").asInt(0));
    }

    private static String first(JsonNode scored) {
        return scored.at("/scoring/scores/0/score").asString();
    }

    private record Course(int step, String start, String end) {

        boolean isActiveOn(String day) {
            return !start.isEmpty() && start.compareTo(day) <= 0 && (end.isEmpty() || day.compareTo(end) < 0);
        }
    }
}
