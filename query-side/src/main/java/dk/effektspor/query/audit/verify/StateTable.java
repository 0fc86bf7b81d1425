package dk.effektspor.query.audit.verify;

import java.util.Locale;
import java.util.StringJoiner;
import tools.jackson.databind.JsonNode;

/** A case in words: who and where, its interventions, its latest reading on each compass. */
final class StateTable {

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
        return table.toString();
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

    private void add(String inDanish, String inEnglish, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            table.add(String.format("  %-15s%s", danish ? inDanish : inEnglish, value.asString()));
        }
    }
}
