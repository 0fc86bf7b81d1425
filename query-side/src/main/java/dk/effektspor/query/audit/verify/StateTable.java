package dk.effektspor.query.audit.verify;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** A case in words: who and where, its interventions, its latest readings on each compass, its meetings. */
final class StateTable {

    private static final int INDENT = 17;

    private final boolean danish;
    private final StringJoiner table = new StringJoiner("\n", "", "\n");

    private StateTable(boolean danish) {
        this.danish = danish;
    }

    static String of(JsonNode state, boolean danish) {
        return new StateTable(danish).told(state);
    }

    private String told(JsonNode state) {
        JsonNode aCase = state.path("state");
        add("Sagsnummer", "Case number", aCase.path("caseNumber"));
        add("Navn", "Name", aCase.at("/person/name"));
        add("CPR-nummer", "CPR number", aCase.at("/person/cpr"));
        add("Adresse", "Address", aCase.at("/person/address"));
        add("Målgruppe", "Target group", aCase.path("targetGroup"));
        add("Enhed", "Unit", aCase.path("unit"));
        add("Sagsbehandler", "Caseworker", aCase.path("caseworker"));
        add("Åbnet", "Opened", aCase.path("openedOn"));
        add("Lukket", "Closed", aCase.path("closedOn"));
        add("Version", "Version", aCase.path("version"));
        add("Trin", "Step", aCase.path("step"));
        for (JsonNode course : aCase.path("interventions")) {
            JsonNode intervention = course.path("intervention");
            table.add(String.format(
                    "  %-15s%s, %s %s, %s %s%s",
                    danish ? "Indsats" : "Intervention",
                    intervention.at("/terms/measure").asString(""),
                    danish ? "trin" : "step",
                    intervention.at("/terms/step").asString(""),
                    status(course.path("status").asString("")),
                    intervention
                            .path("startedOn")
                            .asString(intervention.path("decidedOn").asString("")),
                    ended(intervention)));
            add("", "", intervention.at("/terms/reason"));
        }
        readings(state.at("/compass/series"));
        for (JsonNode meeting : aCase.path("networkMeetings")) {
            boolean there = meeting.path("citizenPresent").asBoolean();
            table.add(String.format(
                    "  %-15s%s, %s",
                    danish ? "Netværksmøde" : "Meeting", meeting.path("on").asString(), present(there)));
            add("", "", meeting.path("summary"));
        }
        return table.toString();
    }

    /** One line for each compass and kind of rater: by dimension the latest score and the day it was given. */
    private void readings(JsonNode series) {
        Map<String, StringJoiner> lines = new LinkedHashMap<>();
        for (JsonNode one : series) {
            String compass = one.path("compass").asString() + " "
                    + one.path("compassVersion").asString();
            String line = compass + ", " + rater(one.path("rater").asString());
            JsonNode latest = one.path("readings").path(one.path("readings").size() - 1);
            lines.computeIfAbsent(line, l -> new StringJoiner(", ", l + ": ", ""))
                    .add(one.path("dimension").asString() + "="
                            + latest.path("score").asString() + " ("
                            + latest.path("on").asString() + ")");
        }
        lines.values().forEach(line -> table.add(String.format("  %-15s%s", danish ? "Kompas" : "Compass", line)));
    }

    private String rater(String rater) {
        if (!danish) {
            return "the " + rater.toLowerCase(Locale.ROOT).replace('_', ' ');
        }
        return switch (rater) {
            case "EMPLOYEE" -> "medarbejderen";
            case "CITIZEN" -> "borgeren";
            case "SECOND_RATER" -> "en anden medarbejder";
            default -> rater;
        };
    }

    private String present(boolean citizen) {
        if (danish) {
            return citizen ? "borgeren var med" : "borgeren var ikke med";
        }
        return citizen ? "the citizen was there" : "the citizen was not there";
    }

    private String ended(JsonNode intervention) {
        JsonNode on = intervention.at("/end/on");
        return on.isMissingNode() ? "" : " – " + on.asString();
    }

    private String status(String status) {
        if (!danish) {
            return status.toLowerCase(Locale.ROOT);
        }
        return switch (status) {
            case "DECIDED" -> "besluttet";
            case "ACTIVE" -> "i gang";
            case "ENDED" -> "afsluttet";
            case "ANNULLED" -> "annulleret";
            default -> status;
        };
    }

    /** What people wrote comes as it stands but for what a terminal would obey. */
    private void add(String inDanish, String inEnglish, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            String text = value.asString()
                    .replaceAll("[\\p{Cc}&&[^\\n\\t]]", "\ufffd")
                    .replace("\n", "\n" + " ".repeat(INDENT));
            table.add(String.format("  %-15s%s", danish ? inDanish : inEnglish, text));
        }
    }
}
