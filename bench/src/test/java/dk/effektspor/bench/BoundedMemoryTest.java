package dk.effektspor.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.command.platform.DerivedId;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Imports, rebuilds, replays and exports of any size go through the same heap: it holds the application, and would not
 * hold what is asked of it here.
 */
class BoundedMemoryTest {

    private static final List<String> VIEWS = List.of("case-view", "timeline-view", "effect-view");

    private static final int SOME = 500;
    private static final int SHORT_CASES = 5;
    private static final int OPENED = 1 + SHORT_CASES;
    /** Notes of all that go to a short case, and lines of no known type: one for so many. */
    private static final int SHORT_EVERY = 5;

    private static final int UNKNOWN_EVERY = 25;
    private static final long LONG_CASE_EVENTS = 1 + 4L * SOME;

    private static final String NOTE = "Opdigtet om hjemmet. ".repeat(300);
    /** As long as a line may be, nearly: eighty of them are more than the application has in all. */
    private static final String NONSENSE = "x".repeat(1_000_000);

    private static final int REPLAYS = 3;

    /** Of what the application has, 42 MB are taken before anything is asked of it. */
    private static final List<String> SMALL_HEAP =
            List.of("-Xmx112m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

    private static final int TAKEN = 0;
    private static final int SOME_REJECTED = 3;

    @TempDir
    Path folder;

    @Test
    void four_times_as_much_is_imported_rebuilt_replayed_and_exported_in_the_same_heap() throws Exception {
        Path data = folder.resolve("data");
        try (ComingAndGoingMongo mongo = new ComingAndGoingMongo();
                Server server = FastStart.server(
                                data,
                                SMALL_HEAP,
                                mongo.property(),
                                "effektspor.eventstore.batch-size=50",
                                "effektspor.projections.batch-size=50",
                                "effektspor.projections.views-in-memory=200",
                                "effektspor.ledger.batch-size=50")
                        .awaitReady()) {
            imported(server, 0, SOME);
            imported(server, SOME, 5 * SOME);
            server.awaitNoLag();
            rebuilt(server);
            assertThat(server.get("/api/v1/cases/" + longCase()).body()).contains("\"version\":" + LONG_CASE_EVENTS);
            assertThat(replayed(server)).hasSize(REPLAYS).containsOnly(LONG_CASE_EVENTS);
            assertThat(exported(server)).isEqualTo(LONG_CASE_EVENTS);
        }
        for (String log : List.of("bench-server.log", "server.log")) {
            assertThat(data.resolve(log)).content().doesNotContain("OutOfMemoryError");
        }
    }

    /** By the program that is meant for it, in a heap of its own that would not hold the file either. */
    private void imported(Server server, int from, int to) throws Exception {
        Path file = written(from, to);
        String said = program(
                SOME_REJECTED,
                "dk.effektspor.command.importing.ImportClient",
                password(server, Server.OPERATOR),
                file.toString(),
                server.uri("").toString(),
                Server.OPERATOR);
        int taken = to - from + (from == 0 ? OPENED : 0);
        assertThat(said)
                .contains(String.format(
                        Locale.ENGLISH, "%,d taken, 0 unchanged, %d rejected", taken, (to - from) / UNKNOWN_EVERY));
        Files.delete(file);
    }

    private static void rebuilt(Server server) throws Exception {
        for (String view : VIEWS) {
            HttpResponse<String> answer =
                    server.postAs(Server.OPERATOR, "/api/v1/operations/projections/" + view + "/rebuild", "");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
        server.awaitNoLag();
    }

    /** How many events each of several auditors is told, who ask at once. */
    private static List<Long> replayed(Server server) throws Exception {
        HttpRequest replay = HttpRequest.newBuilder(server.uri("/api/v1/audit/cases/" + longCase() + "/replay"))
                .header("Authorization", server.authorization(Server.AUDITOR))
                .header("Access-Purpose", "quality-control")
                .header("Accept", "application/x-ndjson")
                .timeout(Duration.ofMinutes(1))
                .build();
        List<CompletableFuture<HttpResponse<Stream<String>>>> asked = new ArrayList<>();
        for (int i = 0; i < REPLAYS; i++) {
            asked.add(server.http.sendAsync(replay, HttpResponse.BodyHandlers.ofLines()));
        }
        List<CompletableFuture<Long>> told = asked.stream()
                .map(answer -> answer.thenApplyAsync(BoundedMemoryTest::events))
                .toList();
        return told.stream().map(CompletableFuture::join).toList();
    }

    private static long events(HttpResponse<Stream<String>> replay) {
        try (Stream<String> lines = replay.body()) {
            return lines.filter(line -> line.startsWith("{\"sequence\":")).count();
        }
    }

    private long exported(Server server) throws Exception {
        Path bundle = folder.resolve("case.bundle");
        program(
                TAKEN,
                "dk.effektspor.query.audit.bundle.ExportClient",
                password(server, Server.AUDITOR),
                server.uri("").toString(),
                Server.AUDITOR,
                longCase(),
                "--purpose",
                "quality-control",
                "--out",
                bundle.toString());
        try (Stream<String> lines = Files.lines(bundle)) {
            return lines.filter(line -> line.startsWith("{\"line\":\"event\"")).count();
        }
    }

    /** What the program said, which is to end with this code. */
    private static String program(int exitCode, String name, String password, String... arguments) throws Exception {
        List<String> java = List.of(
                "-Xmx24m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=en",
                "-cp",
                System.getProperty("java.class.path"));
        ProcessBuilder program = Server.program(java, name, List.of(arguments)).redirectErrorStream(true);
        program.environment().put("EFFEKTSPOR_PASSWORD", password);
        Process running = program.start();
        String said = new String(running.getInputStream().readAllBytes(), UTF_8);
        assertThat(running.waitFor()).as(said).isEqualTo(exitCode);
        return said;
    }

    private static String password(Server server, String user) throws IOException {
        String credentials = server.authorization(user).replaceFirst("Basic ", "");
        return new String(Base64.getDecoder().decode(credentials), UTF_8).replaceFirst("^[^:]*:", "");
    }

    /** Notes, most of them to the long case, and lines of no known type; in the first file the cases are opened. */
    private Path written(int from, int to) throws IOException {
        Path file = folder.resolve("notes-" + from + ".ndjson");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int number = 0; from == 0 && number < OPENED; number++) {
                String opening = """
                        {"cpr":"710312-50%02d","name":"Opdigtet Borger","targetGroup":"UBU-6-12",\
                        "unit":"BBU-NOERREBRO","caseworker":"sagsbehandler","effectiveOn":"2020-01-05"}""";
                out.write(line("open", number, "open-case", opening.formatted(number)));
            }
            for (int i = from; i < to; i++) {
                boolean toShort = i % SHORT_EVERY == 0;
                out.write(line("note-" + i, toShort ? 1 + i / SHORT_EVERY % SHORT_CASES : 0, "add-note", body(NOTE)));
                if (i % UNKNOWN_EVERY == 0) {
                    out.write(line("unknown-" + i, 0, "sing-song", body(NONSENSE)));
                }
            }
        }
        return file;
    }

    private static String body(String text) {
        return "{\"text\":\"" + text + "\",\"effectiveOn\":\"2020-02-03\"}";
    }

    private static String line(String id, int number, String type, String body) {
        return "{\"id\":\"%s\",\"case\":\"%s\",\"type\":\"%s\",\"data\":%s}\n"
                .formatted(id, caseNumber(number), type, body);
    }

    private static String caseNumber(int number) {
        return "2020-%07d".formatted(number + 1);
    }

    private static String longCase() {
        return DerivedId.of("case", caseNumber(0)).toString();
    }
}
