package dk.effektspor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The operator's page, done command by command as it stands there. */
class OperatingTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");
    private static final Pattern CURL = Pattern.compile("curl .* 'http://127\\.0\\.0\\.1:8080([^']+)'");

    private static final Pattern PASSWORD = Pattern.compile("Adgangskode, som kun vises denne ene gang: (\\S+)");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private final String port = Script.freePort();
    private @Nullable Script running;

    @AfterEach
    void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void every_command_of_the_page_does_what_it_says() throws Exception {
        List<String> commands = BLOCK.matcher(Files.readString(Script.ROOT.resolve("docs/operations/operating.md")))
                .results()
                .flatMap(block -> block.group(1).lines())
                .toList();
        assertThat(commands).hasSizeGreaterThan(8);

        for (String command : commands) {
            if (command.startsWith("./effektspor run")) {
                runInstead(command);
            } else if (command.startsWith("./effektspor")) {
                Script script = script(Map.of(), command);
                assertThat(script.exitCode()).as(command + "\n" + script.said()).isZero();
            } else if (command.startsWith("curl")) {
                post(command);
            } else {
                Process process = new ProcessBuilder("/bin/bash", "-c", command)
                        .directory(folder.toFile())
                        .inheritIO()
                        .start();
                assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
                assertThat(process.exitValue()).as(command).isZero();
            }
        }
    }

    @Test
    void the_status_says_what_is_wrong_and_whether_it_answers_at_all() throws Exception {
        String options = Script.QUICK + " -Deffektspor.operations.backup-within=1h";
        running = script(
                        Map.of("EFFEKTSPOR_JAVA_OPTIONS", options, "LOGGING_STRUCTURED_FORMAT_FILE", "ecs"),
                        "./effektspor run")
                .awaitSaid("Ctrl-C");
        assertLoggedAsJson();
        Script wrong = script(Map.of(), "./effektspor status");
        assertThat(wrong.exitCode()).as(wrong.said()).isEqualTo(1);
        assertThat(wrong.said())
                .contains("GALT: der er ingen ny nok sikkerhedskopi.")
                .contains("case-view");
        assertThat(script(Map.of(), "./effektspor backup copy").exitCode()).isZero();
        Script well = script(Map.of(), "./effektspor status --lang en");
        assertThat(well.exitCode()).as(well.said()).isZero();
        assertThat(well.said())
                .contains("All is well.")
                .contains("0 events behind")
                .contains("17.");
        Script stranger = script(Map.of("EFFEKTSPOR_PASSWORD", "wrong"), "./effektspor status");
        assertThat(stranger.exitCode()).isEqualTo(2);
        assertThat(stranger.said()).contains("EFFEKTSPOR_PASSWORD");

        assertThat(running.interrupt()).isZero();

        Script nobody = script(Map.of(), "./effektspor status");
        assertThat(nobody.exitCode()).isEqualTo(2);
        assertThat(nobody.said().strip()).isEqualTo("Effektspor svarer ikke på http://127.0.0.1:" + port);
        // What does not run can be backed up all the same.
        Script still = script(Map.of(), "./effektspor backup another --lang en");
        assertThat(still.exitCode()).as(still.said()).isZero();
        assertThat(still.said()).contains("The master key (keys/master.key) is NOT in it");
    }

    /** As the page about watching says; the id is the one that the caller sent. */
    private void assertLoggedAsJson() throws Exception {
        String id = "structured-" + UUID.randomUUID();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/operations/status"))
                .header("Authorization", basic("drift", firstPassword()))
                .header("X-Correlation-Id", id)
                .timeout(Duration.ofSeconds(60))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);

        Awaitility.await()
                .untilAsserted(() -> assertThat(Files.readAllLines(folder.resolve("data/effektspor.log")).stream()
                                .map(JSON::readTree)
                                .filter(line ->
                                        line.path("traceId").asString("").equals(id))
                                .map(line -> line.path("message").asString()))
                        .anyMatch(message -> message.contains("GET /api/v1/operations/status 200")));
    }

    @Test
    void users_are_made_changed_and_locked_while_it_runs_and_while_it_does_not() throws Exception {
        running = script(Map.of(), "./effektspor run").awaitSaid("Ctrl-C");
        Script added = script(Map.of(), "./effektspor user add anna --role TEAM_LEADER --unit BBU-NOERREBRO");
        assertThat(added.exitCode()).as(added.said()).isZero();
        String first = printedPassword(added);
        assertThat(statusFor("anna", first)).isEqualTo(200);

        Script changed = script(Map.of(), "./effektspor user password anna");
        assertThat(changed.exitCode()).as(changed.said()).isZero();
        String second = printedPassword(changed);
        assertThat(statusFor("anna", second)).isEqualTo(200);
        awaitRefused("anna", first);

        assertThat(script(Map.of(), "./effektspor user lock anna").exitCode()).isZero();
        awaitRefused("anna", second);
        Script taken = script(Map.of(), "./effektspor user add anna --role AUDITOR");
        assertThat(taken.exitCode()).isEqualTo(2);
        assertThat(taken.said().strip()).isEqualTo("NAVN: anna er taget; en bruger skal have sit eget navn.");
        assertThat(running.interrupt()).isZero();

        Script list = script(Map.of(), "./effektspor user list --lang en");
        assertThat(list.exitCode()).as(list.said()).isZero();
        assertThat(list.said())
                .containsPattern("anna +TEAM_LEADER +BBU-NOERREBRO +yes")
                .containsPattern("teamleder2 +TEAM_LEADER +BBU-NOERREBRO +no");
        assertThat(script(Map.of(), "./effektspor user unlock anna").exitCode()).isZero();
        running = script(Map.of(), "./effektspor run").awaitSaid("Ctrl-C");
        assertThat(statusFor("anna", second)).isEqualTo(200);
        assertThat(running.interrupt()).isZero();

        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(first, second);
            }
        }
    }

    private static String printedPassword(Script script) {
        var password = PASSWORD.matcher(script.said());
        assertThat(password.find()).as(script.said()).isTrue();
        return Objects.requireNonNull(password.group(1));
    }

    private void awaitRefused(String user, String password) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(statusFor(user, password)).isEqualTo(401));
    }

    private int statusFor(String user, String password) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/cases?limit=1"))
                                .header("Authorization", basic(user, password))
                                .timeout(Duration.ofSeconds(60))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private void runInstead(String command) {
        if (running != null) {
            assertThat(running.interrupt()).isZero();
        }
        running = script(Map.of(), command).awaitSaid("Ctrl-C");
    }

    private Script script(Map<String, String> environment, String command) {
        String[] words = (command + " --port " + port).split(" ");
        return Script.start(folder, environment, Arrays.copyOfRange(words, 1, words.length));
    }

    private String firstPassword() throws IOException {
        return Files.readAllLines(folder.resolve("data/keys/first-passwords.txt")).stream()
                .filter(line -> line.startsWith("drift "))
                .map(line -> line.substring("drift ".length()))
                .findFirst()
                .orElseThrow();
    }

    private void post(String command) throws Exception {
        var address = CURL.matcher(command);
        assertThat(address.matches()).as(command).isTrue();
        assertThat(command).contains("-u \"drift:$EFFEKTSPOR_PASSWORD\" -X POST -H 'Content-Type: application/json'");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://127.0.0.1:" + port + Objects.requireNonNull(address.group(1))))
                                .header("Authorization", basic("drift", firstPassword()))
                                .header("Content-Type", "application/json")
                                .timeout(Duration.ofSeconds(60))
                                .POST(HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(command + "\n" + answer.body()).isEqualTo(200);
    }
}
