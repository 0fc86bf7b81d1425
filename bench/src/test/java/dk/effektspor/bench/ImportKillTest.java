package dk.effektspor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.command.platform.DerivedId;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import that is killed in the middle, again and again, ends with every line in its case exactly once. */
class ImportKillTest {

    private static final int CASES = 40;
    private static final int NOTES = 200;
    private static final int LINES = CASES * (NOTES + 1);
    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");

    @TempDir
    Path data;

    @Test
    void after_kill_9_the_same_file_ends_with_every_line_exactly_once() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path file = data.resolve("histories.ndjson");
        write(file);
        for (boolean databaseToo : new boolean[] {true, false}) {
            try (Server server = FastStart.server(data).awaitReady()) {
                CompletableFuture<HttpResponse<String>> answer = server.importing(file, "killed");
                long until = done(server) + 200 + random.nextInt(2_000);
                while (!answer.isDone() && done(server) < until) {
                    TimeUnit.MILLISECONDS.sleep(20);
                }
                server.kill(databaseToo);
            }
        }
        try (Server server = FastStart.server(data).awaitReady()) {
            String end = server.importing(file, "killed").get().body();
            assertThat(end).as("seed %d", seed).contains("\"done\":true", "\"linesDone\":" + LINES, "\"rejected\":0");
            String again = server.importing(file, "again").get().body();
            assertThat(again).as("seed %d", seed).contains("\"accepted\":0", "\"unchanged\":" + LINES);
            server.awaitViews();
            for (int c = 0; c < CASES; c++) {
                assertThat(version(server, c)).as("case %d, seed %d", c, seed).isEqualTo(NOTES + 1);
            }
        }
    }

    private static long done(Server server) throws Exception {
        HttpResponse<String> answer = server.get("/api/v1/imports/killed", Server.OPERATOR);
        Matcher done = Pattern.compile("\"linesDone\":(\\d+)").matcher(answer.body());
        return done.find() ? Long.parseLong(done.group(1)) : 0;
    }

    private static long version(Server server, int number) throws Exception {
        HttpResponse<String> answer = server.get("/api/v1/cases/" + DerivedId.of("case", caseNumber(number)));
        Matcher version = VERSION.matcher(answer.body());
        assertThat(version.find()).as(answer.body()).isTrue();
        return Long.parseLong(version.group(1));
    }

    /** Each line is one event; the cases stand interleaved. */
    private static void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int c = 0; c < CASES; c++) {
                out.write(
                        ("{\"id\":\"open\",\"case\":\"%s\",\"type\":\"open-case\",\"data\":{\"cpr\":\"710312-50%02d\","
                                        + "\"name\":\"Opdigtet Borger\",\"targetGroup\":\"UBU-6-12\",\"unit\":\"BBU-NOERREBRO\","
                                        + "\"caseworker\":\"sagsbehandler\",\"effectiveOn\":\"2020-01-05\"}}%n")
                                .formatted(caseNumber(c), c));
            }
            for (int i = 0; i < NOTES * CASES; i++) {
                out.write(("{\"id\":\"note-%d\",\"case\":\"%s\",\"type\":\"add-note\",\"data\":{\"text\":\"Opdigtet\","
                                + "\"effectiveOn\":\"2020-02-03\"}}%n")
                        .formatted(i, caseNumber(i % CASES)));
            }
        }
    }

    private static String caseNumber(int number) {
        return "2020-%07d".formatted(number + 1);
    }
}
