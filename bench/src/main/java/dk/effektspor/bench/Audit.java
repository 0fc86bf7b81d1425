package dk.effektspor.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Replay of one case and its state at a pair of dates, through HTTP, beside a conventional audit table asked "as of". */
final class Audit {

    private static final String AUDITOR = "revisor";
    private static final int[] LENGTHS = {250, 2_000};
    private static final int[] TRIAL = {20};
    private static final int SCORED_EVERY = 20;
    private static final int EVENTS_OF_A_SLICE = 50_000;
    private static final LocalDate VALID_AT = LocalDate.of(2026, 2, 10);

    private final Bench.Effort effort;

    Audit(Bench.Effort effort) {
        this.effort = effort;
    }

    void run(Path data) throws Exception {
        try (Server server = Server.start(data).awaitReady();
                AuditTable table = new AuditTable(server.databaseUrl())) {
            CaseBook cases = new CaseBook(server);
            for (int length : effort.isTrial() ? TRIAL : LENGTHS) {
                String address = cases.open();
                grow(server, cases, address, length);
                measure(server, table, address.substring(address.lastIndexOf('/') + 1), length);
            }
        }
    }

    /** As a long case is made: notes for the most part, a scoring now and then. */
    private static void grow(Server server, CaseBook cases, String address, int length) throws Exception {
        for (int version = 2; version <= length; version++) {
            if (version % SCORED_EVERY == 0) {
                HttpResponse<String> scored = server.post(address + "/compass-scores", scoring(1 + version % 10));
                if (scored.statusCode() != 201) {
                    throw new IllegalStateException("A scoring was not accepted: " + scored.body());
                }
            } else {
                cases.note(address, version);
            }
        }
    }

    private static String scoring(int score) {
        String scores = IntStream.rangeClosed(1, 10)
                .mapToObj(dimension -> "{\"dimension\":" + dimension + ",\"score\":" + score + "}")
                .collect(Collectors.joining(","));
        return "{\"compass\":\"UBU-6-12\",\"compassVersion\":\"2012.1\",\"rater\":\"EMPLOYEE\","
                + "\"occasion\":\"FOLLOW_UP\",\"scores\":[" + scores + "],\"effectiveOn\":\"2026-02-03\"}";
    }

    private void measure(Server server, AuditTable table, String caseId, int length) throws Exception {
        String audit = "/api/v1/audit/cases/" + caseId;
        String state = audit + "/state?validAt=" + VALID_AT + "&knownAt=2099-12-31";
        UUID kept = table.keep(length);
        int turns = effort.isTrial() ? 5 : 100 * effort.rounds();
        int slice = effort.isTrial() ? 1 : EVENTS_OF_A_SLICE / length;
        WarmUp.until(effort, () -> {
            double[] millis = Figures.times(slice, turn -> {
                ask(server, state);
                ask(server, audit + "/replay");
                table.ask(kept, VALID_AT);
            });
            return 1_000 / Figures.at(millis, 0.5);
        });
        tell("state at a pair of dates", length, Figures.times(turns, turn -> ask(server, state)));
        tell("replay, whole", length, Figures.times(turns, turn -> ask(server, audit + "/replay")));
        tell("audit table as of, bare", length, Figures.times(turns, turn -> table.ask(kept, VALID_AT)));
    }

    private static void ask(Server server, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.uri(path))
                .header("Authorization", server.authorization(AUDITOR))
                .header("Accept", path.endsWith("/replay") ? "application/x-ndjson" : "application/json")
                .header("Access-Purpose", "audit")
                .timeout(Duration.ofSeconds(30))
                .build();
        HttpResponse<String> answer = server.http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The audit was not answered: " + answer.statusCode() + " " + answer.body());
        }
    }

    private static void tell(String what, int length, double[] millis) {
        System.out.printf(
                Locale.ROOT,
                "%d events, %s: p50 %.2f ms, p99 %.2f ms%n",
                length,
                what,
                Figures.at(millis, 0.5),
                Figures.at(millis, 0.99));
    }
}
