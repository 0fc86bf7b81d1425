package dk.effektspor;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Import lines of a short course in one case: an intervention that comes to its end, and two readings while it lasts. */
final class ShortCourse {

    private static final String PERSON = """
        {"cpr": "%s", "name": "Opdigtet Barn", "targetGroup": "UBU-6-12", "unit": "BBU-NOERREBRO",
         "caseworker": "sagsbehandler", "effectiveOn": "2021-03-02"}""";
    private static final String END = """
        {"reasons": ["GOALS_REACHED"], "destination": "STAYS_AT_HOME", "breakdown": false, "explanation": "Nået",
         "effectiveOn": "2021-06-15"}""";

    private ShortCourse() {}

    static String opening(String caseNumber, String cpr) {
        return line(caseNumber, "open", "open-case", "", PERSON.formatted(cpr));
    }

    /** The readings are of the second quarter of 2021, the score the same on every dimension. */
    static String lines(String caseNumber, int before, int after) {
        String home =
                CaseBodies.with(CaseBodies.TERMS.formatted("HJEM", "§52 stk. 3 nr. 2", "2021-04-01", ""), "2021-03-15");
        return Stream.of(
                        line(caseNumber, "decided", "decide-intervention", about("intervention", "i"), home),
                        line(
                                caseNumber,
                                "started",
                                "start",
                                about("intervention", "i"),
                                "{\"effectiveOn\": \"2021-04-01\"}"),
                        line(
                                caseNumber,
                                "before",
                                "score",
                                about("scoring", "s1"),
                                CaseBodies.reading("ENTRY", before, "2021-04-10")),
                        line(
                                caseNumber,
                                "after",
                                "score",
                                about("scoring", "s2"),
                                CaseBodies.reading("FOLLOW_UP", after, "2021-05-10")),
                        line(caseNumber, "ended", "end", about("intervention", "i"), END))
                .collect(Collectors.joining());
    }

    private static String about(String what, String name) {
        return ", \"" + what + "\": \"" + name + "\"";
    }

    private static String line(String caseNumber, String id, String type, String about, String data) {
        return "{\"id\": \"%s\", \"case\": \"%s\", \"type\": \"%s\"%s, \"data\": %s}\n"
                .formatted(id, caseNumber, type, about, data.replace("\n", " ").strip());
    }
}
