package dk.effektspor;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a caseworker sends to record the life of a case, about an invented child. */
final class CaseBodies {

    static final String TERMS = """
        {"measure": "%s", "legalBasis": {"law": "SEL", "paragraph": "%s"}, "plannedStart": "%s", "plannedEnd": "2021-12-01",
         "goals": ["Flere dage i skole"], "exitPlan": "Netværket tager over", "reason": "Familien har brug for det"%s}
        """;
    static final String FOSTER_CARE =
            ", \"tilbud\": \"PLEJEGRUPPE-A\", \"placementBasis\": {\"kind\": \"CONSENT\", \"basis\": {\"law\":"
                    + " \"SEL\", \"paragraph\": \"§52 stk. 3 nr. 7\"}, \"givenOn\": \"2020-07-25\"}";

    private CaseBodies() {}

    static String opening(String caseNumber) {
        return """
            {"cpr": "610112-4%s", "name": "Opdigtet Barn", "address": "Ingen Vej 1", "targetGroup": "UBU-6-12",
             "unit": "BBU-NOERREBRO", "caseworker": "sagsbehandler", "caseNumber": "%s", "effectiveOn": "2020-03-02"}
            """.formatted(caseNumber.substring(9), caseNumber);
    }

    static String with(String terms, String on) {
        return terms.strip().replaceFirst("}$", ", \"effectiveOn\": \"" + on + "\"}");
    }

    static String move(String terms, String scoring, String on) {
        String rests = "\"" + scoring.substring(scoring.lastIndexOf('/') + 1) + "\"";
        return "{\"intervention\": %s, \"reason\": \"Ny vurdering\", \"restsOn\": [%s], \"effectiveOn\": \"%s\"}"
                .formatted(terms, rests, on);
    }

    static String reading(String occasion, int score, String on) {
        String scores = IntStream.rangeClosed(1, 10)
                .mapToObj(no -> "{\"dimension\": " + no + ", \"score\": " + score + "}")
                .collect(Collectors.joining(", "));
        return """
            {"compass": "UBU-6-12", "compassVersion": "2012.1", "rater": "EMPLOYEE", "occasion": "%s",
             "scores": [%s], "effectiveOn": "%s"}
            """.formatted(occasion, scores, on);
    }

    static String correction(String reading) {
        return reading.replace("\"effectiveOn\"", "\"reason\": \"Tastefejl\", \"effectiveOn\"");
    }
}
