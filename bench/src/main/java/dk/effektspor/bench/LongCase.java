package dk.effektspor.bench;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A case as long cases are: notes for the most part, a scoring now and then, some of them corrected later, an intervention,
 * all spread over half a year.
 *
 * @param inTheMiddle a day before which about half of it is true
 * @param beforeTheEnd a moment before which nine tenths of it were recorded
 */
record LongCase(String caseId, LocalDate inTheMiddle, Instant beforeTheEnd) {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 6);
    private static final int DAYS = 180;
    private static final int SCORED_EVERY = 20;
    private static final int CORRECTED_EVERY = 5 * SCORED_EVERY;
    private static final String INTERVENTION = """
            {"measure": "KONTAKTPERSON", "legalBasis": {"law": "BL", "paragraph": "§32 stk. 1 nr. 3"},
             "plannedStart": "2026-01-06", "goals": ["Flere dage i skole"], "exitPlan": "Netværket tager over",
             "reason": "Familien har brug for det", "effectiveOn": "2026-01-06"}""";

    static LongCase grow(Server server, CaseBook cases, int length) throws Exception {
        String address = cases.open();
        sent(server, address + "/interventions", INTERVENTION);
        String scoring = "";
        String scored = "";
        Instant beforeTheEnd = Instant.now();
        for (int version = 3; version <= length; version++) {
            LocalDate on = FIRST.plusDays((long) DAYS * version / length);
            if (version == length - length / 10) {
                beforeTheEnd = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            }
            if (version % CORRECTED_EVERY == CORRECTED_EVERY - 1 && !scoring.isEmpty()) {
                sent(
                        server,
                        scoring + "/correct",
                        scored.replace("\"effectiveOn\"", "\"reason\":\"Tastefejl\",\"effectiveOn\""));
            } else if (version % SCORED_EVERY == 0) {
                scored = scoring("FOLLOW_UP", 1 + version % 10, on);
                scoring = sent(server, address + "/compass-scores", scored);
            } else {
                cases.note(address, version, on);
            }
        }
        return new LongCase(address.substring(address.lastIndexOf('/') + 1), FIRST.plusDays(DAYS / 2), beforeTheEnd);
    }

    /** The same score on every dimension. */
    static String scoring(String occasion, int score, LocalDate on) {
        String scores = IntStream.rangeClosed(1, 10)
                .mapToObj(dimension -> "{\"dimension\":" + dimension + ",\"score\":" + score + "}")
                .collect(Collectors.joining(","));
        return String.format(
                Locale.ROOT,
                "{\"compass\":\"UBU-6-12\",\"compassVersion\":\"2012.1\",\"rater\":\"EMPLOYEE\",\"occasion\":\"%s\","
                        + "\"scores\":[%s],\"effectiveOn\":\"%s\"}",
                occasion,
                scores,
                on);
    }

    /** Answers with the address of what was made, if anything was. */
    private static String sent(Server server, String path, String json) throws Exception {
        HttpResponse<String> answer = server.post(path, json);
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + " was not accepted: " + answer.statusCode() + " " + answer.body());
        }
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]+", "");
    }
}
