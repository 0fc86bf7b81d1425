package dk.effektspor.command;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Bodies of requests about an invented child of Nørrebro. */
public final class Bodies {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Bodies() {}

    public static String caseNumber() {
        return String.format(Locale.ROOT, "2020-%07d", NEXT.incrementAndGet());
    }

    public static String opening(String caseNumber) {
        return opening(caseNumber, "BBU-NOERREBRO");
    }

    public static String opening(String caseNumber, String unit) {
        return """
                {"cpr": "610112-%s", "name": "Opdigtet Barn", "address": "Ingen Vej 1", "targetGroup": "UBU-6-12",
                 "unit": "%s", "caseworker": "sagsbehandler", "caseNumber": "%s", "effectiveOn": "2020-03-02"}
                """.formatted("4" + caseNumber.substring(9), unit, caseNumber);
    }

    public static String terms(String measure, String paragraph, String more) {
        return """
                {"measure": "%s", "legalBasis": {"law": "SEL", "paragraph": "%s"}, "plannedStart": "2020-04-01",
                 "plannedEnd": "2021-04-01", "goals": ["Flere skoledage"], "exitPlan": "Netværket tager over",
                 "reason": "Behov for støtte"%s}
                """.formatted(measure, paragraph, more);
    }

    public static String decision() {
        return terms("HJEM", "§52 stk. 3 nr. 2", ", \"effectiveOn\": \"2020-03-15\"");
    }

    public static String reading(int score) {
        return reading(Integer.toString(score));
    }

    public static String reading(String score) {
        String scores = IntStream.rangeClosed(1, 10)
                .mapToObj(no -> "{\"dimension\": " + no + ", \"score\": " + score + "}")
                .collect(Collectors.joining(", "));
        return """
                {"compass": "UBU-6-12", "compassVersion": "2012.1", "rater": "EMPLOYEE", "occasion": "ENTRY",
                 "scores": [%s], "effectiveOn": "2020-03-10"}
                """.formatted(scores);
    }
}
