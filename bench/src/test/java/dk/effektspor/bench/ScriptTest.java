package dk.effektspor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands of the README, typed as it says. */
class ScriptTest {

    /** A village instead of a city, so that the test ends. */
    private static final Map<String, String> VILLAGE =
            Map.of("EFFEKTSPOR_DEMO_CITIZENS", "12", "EFFEKTSPOR_DEMO_YEARS", "2");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void demo_runs_shows_the_way_stops_cleanly_and_finds_its_data_again() throws Exception {
        String port = Script.freePort();
        String cases;
        List<ProcessHandle> started;
        try (Script demo = Script.start(folder, VILLAGE, "demo", "--data", "city", "--port", port)) {
            demo.awaitSaid("slet den, når du har dem");
            assertThat(demo.said())
                    .contains("tryk Ctrl-C")
                    .contains("0 afvist")
                    .contains("http://127.0.0.1:" + port)
                    .contains("sagsbehandler ")
                    .doesNotContain("INFO")
                    .doesNotContain("Exception");
            memoryIsWholeFromTheStartAndInLargePagesWhereTheKernelGivesThem(demo);
            askAsTheReadmeDoes(port);
            HttpResponse<String> first = get(port, "revisor", "/api/v1/cases?limit=5");
            assertThat(first.statusCode()).isEqualTo(200);
            cases = first.body();
            assertThat(cases).contains("caseNumber");
            started = demo.children();

            assertThat(demo.interrupt()).isZero();
            assertThat(demo.said()).contains("Effektspor er stoppet");
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> started.stream().noneMatch(ProcessHandle::isAlive));

        try (Script run = Script.start(folder, Map.of(), "run", "--data", "city", "--port", port)) {
            run.awaitSaid("tryk Ctrl-C");
            // The passwords were shown the first time, and only then.
            assertThat(run.said()).doesNotContain("sagsbehandler ");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() ->
                            get(port, "revisor", "/api/v1/cases?limit=5").body().equals(cases));

            Script generate = Script.start(
                    folder,
                    Map.of(),
                    "generate",
                    "--citizens",
                    "3",
                    "--years",
                    "1",
                    "--seed",
                    "7",
                    "--out",
                    "c.ndjson");
            assertThat(generate.exitCode()).as(generate.said()).isZero();
            Script imported = Script.start(folder, Map.of(), "import", "c.ndjson", "--data", "city", "--port", port);
            assertThat(imported.exitCode()).as(imported.said()).isIn(0, 3);
            Script again = Script.start(folder, Map.of(), "import", "c.ndjson", "--data", "city", "--port", port);
            assertThat(again.exitCode()).isEqualTo(imported.exitCode());
            assertThat(again.said()).startsWith("Filen er allerede indlæst; intet er ændret.");

            takenAwayAndVerified(port, cases);

            Script second = Script.start(folder, Map.of(), "run", "--data", "city", "--port", Script.freePort());
            assertThat(second.exitCode()).isNotZero();
            assertThat(second.said()).contains("er i brug af en anden proces").doesNotContain("\tat ");
            assertThat(get(port, "revisor", "/api/v1/cases?limit=5").statusCode())
                    .isEqualTo(200);
        }
    }

    private static void memoryIsWholeFromTheStartAndInLargePagesWhereTheKernelGivesThem(Script running)
            throws Exception {
        Path setting = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
        boolean given = Files.exists(setting) && !Files.readString(setting).contains("[never]");
        String server = running.children().stream()
                .flatMap(child -> child.info().commandLine().stream())
                .filter(command -> command.contains("dk.effektspor.Standalone"))
                .findFirst()
                .orElseThrow();

        assertThat(server).containsPattern("-Xms(\\S+) -Xmx\\1 -XX:\\+AlwaysPreTouch -XX:MaxTenuringThreshold=1 ");
        assertThat(server.contains("-XX:+UseTransparentHugePages")).as(server).isEqualTo(given);
    }

    /** The first of the listed cases, without who it is about. */
    private void takenAwayAndVerified(String port, String cases) {
        Matcher caseId = Pattern.compile("\"caseId\":\"([^\"]+)\"").matcher(cases);
        assertThat(caseId.find()).isTrue();
        Script unexplained =
                Script.start(folder, Map.of(), "export-case", caseId.group(1), "--data", "city", "--port", port);
        assertThat(unexplained.exitCode()).isEqualTo(1);
        assertThat(unexplained.said()).contains("Din rolle skal oplyse formålet", "--purpose");
        Script export = Script.start(
                folder,
                Map.of(),
                "export-case",
                caseId.group(1),
                "--withhold",
                "person",
                "--purpose",
                "supervision",
                "--out",
                "case.bundle",
                "--data",
                "city",
                "--port",
                port);
        assertThat(export.exitCode()).as(export.said()).isZero();
        Script verify = Script.start(folder, Map.of(), "verify", "case.bundle");
        assertThat(verify.exitCode()).as(verify.said()).isZero();
        assertThat(verify.said()).contains("ALT VEL", "(cpr, name, address)", caseId.group(1));
    }

    @Test
    void a_port_in_use_is_one_clear_sentence() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(other.getLocalPort());

            Script run = Script.start(folder, Map.of(), "run", "--data", "city", "--port", port);

            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.said().strip())
                    .isEqualTo("Port " + port + " er optaget af et andet program; vælg en anden med --port.");
        }
    }

    @Test
    void a_data_folder_of_a_newer_release_is_left_as_it_was() throws Exception {
        Path data = Files.createDirectories(folder.resolve("city"));
        Files.writeString(data.resolve("version"), "999\n");

        Script run = Script.start(folder, Map.of(), "run", "--data", "city", "--port", Script.freePort());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.said().strip().lines()).hasSize(1);
        assertThat(run.said()).contains("nyere udgave");
        assertThat(data.resolve("postgres")).doesNotExist();
        assertThat(Files.readString(data.resolve("version"))).isEqualTo("999\n");
    }

    @Test
    void a_folder_that_cannot_be_made_is_one_clear_sentence() throws Exception {
        Files.writeString(folder.resolve("file"), "not a folder");

        Script run = Script.start(folder, Map.of(), "run", "--data", "file/city");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.said().strip()).isEqualTo("Mappen file/city kan ikke oprettes.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    none | none  | Der mangler en JDK, version 17 eller nyere. Installér den med: sudo apt-get install openjdk-17-jdk-headless
                    11   | 3.8.7 | JDK 11.0.2 er for gammel; der kræves 17 eller nyere. Installér den med: sudo apt-get install openjdk-17-jdk-headless
                    17   | none  | Maven, version 3.8 eller nyere, mangler. Installér den med: sudo apt-get install maven
                    17   | 3.6.3 | Maven 3.6.3 er for gammel; der kræves 3.8 eller nyere. Installér den med: sudo apt-get install maven
                    """)
    void what_is_missing_or_too_old_is_named_with_the_command_that_installs_it(
            String jdk, String maven, String sentence) throws Exception {
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("bash", "dirname", "sed", "head", "cat", "find", "mkdir", "rm")) {
            Files.createSymbolicLink(tools.resolve(tool), where(tool));
        }
        if (!jdk.equals("none")) {
            tool(tools, "java", "echo 'openjdk version \"" + jdk + ".0.2\"' >&2");
            tool(tools, "javac", "true");
        }
        if (!maven.equals("none")) {
            tool(tools, "mvn", "echo 'Apache Maven " + maven + "'");
        }
        // A copy without a build beside it, as on a fresh machine.
        Path script = Files.copy(Script.ROOT.resolve("effektspor"), folder.resolve("effektspor"));

        Script run = Script.start(
                script, folder, Map.of("PATH", tools.toString(), "JAVA_HOME", "", "EFFEKTSPOR_BUILT", "no"), "demo");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.said().strip()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    run --port         | --port skal have en værdi.
                    run --lang en --data | --data needs a value.
                    run --lang fr      | --lang skal være da eller en.
                    run --prot 9       | run kender ikke --prot; se ./effektspor help
                    demo --citizens 3  | demo kender ikke --citizens; se ./effektspor help
                    status -v          | status kender ikke -v; se ./effektspor help
                    build all          | build kender ikke all; se ./effektspor help
                    import --file      | import kender ikke --file; se ./effektspor help
                    """)
    void what_a_command_does_not_understand_is_named(String typed, String sentence) throws Exception {
        Script script = Script.start(folder, Map.of(), typed.split(" "));

        assertThat(script.exitCode()).isEqualTo(2);
        assertThat(script.said().strip()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    true                     | Effektspor kunne ikke starte; se
                    echo $$ >city/ready.pid  | Effektspor er standset uden at være bedt om det her (kode 137); se
                    """)
    void a_server_that_is_killed_is_told_with_the_place_of_its_log(String first, String sentence) throws Exception {
        Path jdk = Files.createDirectories(folder.resolve("jdk/bin"));
        tool(jdk, "javac", "true");
        tool(
                jdk,
                "java",
                "if [ \"$1\" = -version ]; then echo 'openjdk version \"17.0.2\"' >&2; exit; fi\n" + first
                        + "\nsleep 1\nkill -KILL $$");

        Script run =
                Script.start(folder, Map.of("JAVA_HOME", folder.resolve("jdk").toString()), "run", "--data", "city");

        assertThat(run.exitCode()).isEqualTo(137);
        assertThat(run.said())
                .contains(sentence + " " + folder.toRealPath().resolve("city/effektspor.log"))
                .doesNotContain("Killed", "line ");
    }

    @Test
    void help_is_in_danish_and_english_and_an_unknown_command_is_refused() {
        assertThat(Script.start(folder, Map.of(), "help")
                        .awaitSaid("start med en opdigtet by")
                        .exitCode())
                .isZero();
        assertThat(Script.start(folder, Map.of(), "help", "--lang", "en")
                        .awaitSaid("start with an invented city")
                        .exitCode())
                .isZero();
        assertThat(Script.start(folder, Map.of(), "fly")
                        .awaitSaid("Ukendt kommando: fly")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void every_command_of_the_readme_is_known_and_is_run_by_a_test() throws Exception {
        // test is what runs this; bench takes minutes and is run by BenchTest in little; OperatingTest runs the rest.
        Set<String> run = Set.of(
                "demo",
                "run",
                "import",
                "generate",
                "help",
                "test",
                "bench",
                "status",
                "user",
                "backup",
                "restore",
                "build",
                "export-case",
                "verify");
        Set<String> named = new TreeSet<>();
        for (String document : List.of("README.md", "CONTRIBUTING.md", "docs/operations/operating.md")) {
            Matcher command = Pattern.compile("(?m)(?:^|`)\\./effektspor ([a-z-]+)")
                    .matcher(Files.readString(Script.ROOT.resolve(document)));
            while (command.find()) {
                named.add(command.group(1));
            }
        }

        assertThat(named).contains("demo", "test").isSubsetOf(run);
        String help = Script.start(folder, Map.of(), "help").awaitSaid("--port").said();
        assertThat(named).allSatisfy(command -> assertThat(help).contains("./effektspor " + command));
    }

    private void askAsTheReadmeDoes(String port) throws Exception {
        Matcher curl = Pattern.compile("(?m)^curl -u (\\w+) 'http://127\\.0\\.0\\.1:8080([^']+)'$")
                .matcher(Files.readString(Script.ROOT.resolve("README.md")));
        int asked = 0;
        while (curl.find()) {
            assertThat(get(port, curl.group(1), curl.group(2)).statusCode())
                    .as(curl.group())
                    .isEqualTo(200);
            asked++;
        }
        assertThat(asked).isEqualTo(2);
    }

    private HttpResponse<String> get(String port, String user, String path) throws Exception {
        String password = Files.readAllLines(folder.resolve("city/keys/first-passwords.txt")).stream()
                .filter(line -> line.startsWith(user + " "))
                .map(line -> line.substring(user.length() + 1))
                .findFirst()
                .orElseThrow();
        String credentials =
                Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Authorization", "Basic " + credentials)
                        .header("Access-Purpose", "quality-control")
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static Path where(String tool) {
        return List.of(Path.of("/usr/bin"), Path.of("/bin")).stream()
                .map(bin -> bin.resolve(tool))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    private static void tool(Path folder, String name, String does) throws Exception {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/bash\n" + does + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
