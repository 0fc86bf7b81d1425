package dk.effektspor.bench;

import java.time.LocalDate;

/** What a caseworker sends to record the life of a case, about an invented child. */
final class CaseBodies {

    static final String START = "{\"effectiveOn\":\"2026-02-10\"}";
    static final String DECISION = terms(",\"effectiveOn\":\"2026-02-03\"");

    private CaseBodies() {}

    static String opening(int number) {
        return """
            {"cpr":"710312-500%1$d","name":"Opdigtet Borger","targetGroup":"UBU-6-12","unit":"BBU-NOERREBRO",
             "caseworker":"sagsbehandler","caseNumber":"2026-000000%1$d","effectiveOn":"2026-01-05"}
            """.formatted(number);
    }

    static String note(String text) {
        return "{\"text\":\"%s\",\"effectiveOn\":\"2026-02-03\"}".formatted(text);
    }

    static String lateralMove() {
        return "{\"intervention\":%s,\"reason\":\"Samme hjælp af en anden\",\"effectiveOn\":\"2026-02-10\"}"
                .formatted(terms(""));
    }

    static String scoring(String occasion, int score) {
        return LongCase.scoring(occasion, score, LocalDate.of(2026, 2, 10));
    }

    private static String terms(String more) {
        return """
            {"measure":"HJEM","legalBasis":{"law":"BL","paragraph":"§32 stk. 1 nr. 2"},"plannedStart":"2026-02-10",
             "plannedEnd":"2026-12-01","goals":["Flere dage i skole"],"exitPlan":"Netværket tager over",
             "reason":"Familien har brug for det"%s}
            """.strip().formatted(more);
    }
}
