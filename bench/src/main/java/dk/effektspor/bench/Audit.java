package dk.effektspor.bench;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Replay of one case and its state at a pair of dates, through HTTP, beside a conventional audit table asked "as of". */
final class Audit {

    private static final String AUDITOR = "revisor";
    private static final int[] LENGTHS = {250, 2_000};
    private static final int[] TRIAL = {120};
    private static final int EVENTS_OF_A_SLICE = 50_000;

    private final Bench.Effort effort;

    Audit(Bench.Effort effort) {
        this.effort = effort;
    }

    void run(Path data) throws Exception {
        try (Server server = Server.start(data).awaitReady();
                AuditTable table = new AuditTable(server.databaseUrl())) {
            CaseBook cases = new CaseBook(server);
            for (int length : effort.isTrial() ? TRIAL : LENGTHS) {
                LongCase grown = LongCase.grow(server, cases, length);
                measure(server, table, grown, length);
            }
        }
    }

    /** The three questions in turn, so that whatever else the machine does meets all of them. */
    private void measure(Server server, AuditTable table, LongCase grown, int length) throws Exception {
        String audit = "/api/v1/audit/cases/" + grown.caseId();
        String state = audit + "/state?validAt=" + grown.inTheMiddle() + "&knownAt=" + grown.beforeTheEnd();
        UUID kept = table.keep(length);
        int turns = effort.isTrial() ? 5 : 100 * effort.rounds();
        int slice = effort.isTrial() ? 1 : EVENTS_OF_A_SLICE / length;
        WarmUp.until(effort, () -> {
            double[] millis = Figures.times(slice, turn -> {
                ask(server, state);
                ask(server, audit + "/replay");
                table.ask(kept, grown.inTheMiddle());
            });
            return 1_000 / Figures.at(millis, 0.5);
        });
        List<Figures.Act> questions = List.of(
                turn -> ask(server, state),
                turn -> ask(server, audit + "/replay"),
                turn -> table.ask(kept, grown.inTheMiddle()));
        List<double[]> millis = Figures.inTurn(turns, questions);
        tell("state at a pair of dates", length, millis.get(0));
        tell("replay, whole", length, millis.get(1));
        tell("audit table as of, bare", length, millis.get(2));
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
