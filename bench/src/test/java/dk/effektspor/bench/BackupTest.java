package dk.effektspor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backup brings back is what there was, and it brings back nothing else. */
class BackupTest {

    @TempDir
    Path folder;

    private final List<String> cases = new ArrayList<>();

    @Test
    void a_backup_made_while_it_runs_brings_everything_back_into_an_empty_folder() throws Exception {
        Path data = folder.resolve("city");
        Map<String, String> views;
        String events;
        try (Server server = FastStart.server(data).awaitReady()) {
            for (int number = 1; number <= 3; number++) {
                openCaseWithNotes(server, number);
            }
            said(0, "backup", "first", "--data", "city");
            // What comes after the first backup is in the second only.
            openCaseWithNotes(server, 4);
            Script backup = said(0, "backup", "copies/second", "--data", "city");
            assertThat(backup.said())
                    .contains("Hovednøglen (keys/master.key) er IKKE med")
                    .contains("24 hændelser");
            server.awaitViews();
            views = views(server);
            events = hashOfEvents(server);
            said(0, "backup", "--keys", "newest-keys", "--data", "city");
        }
        nobodyElseCanReadIt(folder.resolve("copies/second"));
        theKeysAreInTheirOwnPartOnly(folder.resolve("copies/second"));
        String masterKey = Files.readString(data.resolve("keys/master.key")).strip();
        assertThat(allTextIn(folder.resolve("copies/second"))).doesNotContain(masterKey);
        assertThat(Files.readString(data.resolve("last-backup.json"))).contains("\"events\":24");

        refused("er ikke tom", "restore", "copies/second", "--erased", "none", "--data", "city");
        refused("findes allerede", "backup", "first", "--data", "city");
        refused(
                "ældre end dataene",
                "restore",
                "copies/second",
                "--keys",
                "first/keys",
                "--erased",
                "none",
                "--data",
                "new");
        damaged("copies/second/event.copy.gz");
        damaged("copies/second/keys/citizen.copy.gz");
        damaged("copies/second/manifest.json");
        assertThat(folder.resolve("new")).doesNotExist();

        Script restored = said(
                0,
                "restore",
                "copies/second",
                "--keys",
                "newest-keys",
                "--erased",
                "city/keys/erased",
                "--data",
                "new");
        assertThat(restored.said())
                .contains("24 hændelser")
                .contains(folder.resolve("new/keys/master.key").toString());
        Script withoutKey = Script.start(folder, Map.of(), "run", "--data", "new", "--port", Script.freePort());
        assertThat(withoutKey.exitCode()).as(withoutKey.said()).isNotZero();

        OwnFiles.putKeys(data, folder.resolve("new"));
        Script withoutLedger = Script.start(folder, Map.of(), "run", "--data", "new", "--port", Script.freePort());
        assertThat(withoutLedger.exitCode()).as(withoutLedger.said()).isEqualTo(2);
        assertThat(withoutLedger.said()).contains("new/ledger").contains("After a restore");
        OwnFiles.putLedger(data, folder.resolve("new"));
        try (Server server = FastStart.server(folder.resolve("new")).awaitReady()) {
            server.awaitViews();
            assertThat(hashOfEvents(server)).isEqualTo(events);
            assertThat(views(server)).isEqualTo(views);
            // The numbers go on where they were, and a citizen known before is known again.
            openCaseWithNotes(server, 5);
            assertThat(hashOfEvents(server)).isNotEqualTo(events);
        }
    }

    @Test
    void without_data_there_is_nothing_to_back_up() {
        refused("Der er ingen data i mappen", "backup", "copy", "--data", "nowhere");

        assertThat(folder.resolve("copy")).doesNotExist();
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    private void openCaseWithNotes(Server server, int number) throws Exception {
        HttpResponse<String> opened = server.post(
                "/api/v1/cases",
                "{\"cpr\":\"710312-600" + number + "\",\"name\":\"Opdigtet Borger\",\"targetGroup\":\"UBU-6-12\","
                        + "\"unit\":\"BBU-NOERREBRO\",\"caseworker\":\"sagsbehandler\",\"caseNumber\":\"2026-000010"
                        + number + "\",\"effectiveOn\":\"2026-01-05\"}");
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        cases.add(opened.headers().firstValue("Location").orElseThrow());
        for (int note = 0; note < 5; note++) {
            HttpResponse<String> added = server.post(
                    cases.get(cases.size() - 1) + "/notes",
                    "{\"text\":\"Opdigtet notat æøå\\n\\\\ " + note + "\",\"effectiveOn\":\"2026-02-03\"}");
            assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
        }
    }

    private Map<String, String> views(Server server) throws Exception {
        Map<String, String> views = new TreeMap<>();
        for (String location : cases) {
            for (String view : List.of("", "/timeline?order=recorded&limit=200", "/ladder?on=2026-03-01", "/compass")) {
                HttpResponse<String> answer = server.get(location + view);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                views.put(location + view, answer.body());
            }
        }
        views.put("list", Caseload.read(server, "/api/v1/cases?limit=50", Server.CASEWORKER));
        for (String view : List.of("steps", "change")) {
            views.put(
                    view,
                    Caseload.read(
                            server, "/api/v1/effects/" + view + "?from=2026-01-01&to=2026-06-30", Server.ANALYST));
        }
        assertThat(views.get("list")).contains("2026-0000101", "2026-0000104");
        assertThat(views.get("steps")).contains("\"cases\":4,\"events\":24");
        return views;
    }

    /** Over every column of every event, as PostgreSQL itself tells them. */
    private static String hashOfEvents(Server server) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        String password =
                Files.readString(server.data.resolve("postgres-password")).strip();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + server.postgresPort() + "/postgres", "effektspor", password);
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select e::text from event e order by global_index")) {
            while (rows.next()) {
                digest.update(rows.getString(1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private Script said(int code, String... words) {
        Script script = Script.start(folder, Map.of(), words);
        assertThat(script.exitCode()).as(script.said()).isEqualTo(code);
        return script;
    }

    private void refused(String because, String... words) {
        assertThat(said(2, words).said()).contains(because).doesNotContain("\tat ");
    }

    /** One byte of the file is another; it is named, and nothing is restored. */
    private void damaged(String name) throws IOException {
        Path file = folder.resolve(name);
        byte[] whole = Files.readAllBytes(file);
        byte[] damaged = whole.clone();
        damaged[damaged.length / 2] ^= 1;
        Files.write(file, damaged);

        refused(name + " er beskadiget", "restore", "copies/second", "--erased", "none", "--data", "new");

        Files.write(file, whole);
    }

    private static void nobodyElseCanReadIt(Path backup) throws IOException {
        try (Stream<Path> files = Files.walk(backup)) {
            assertThat(files)
                    .hasSizeGreaterThan(8)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .as(file.toString())
                            .endsWith("------"));
        }
    }

    private static void theKeysAreInTheirOwnPartOnly(Path backup) throws IOException {
        List<String> wrapped = Pattern.compile("\\\\\\\\x[0-9a-f]{40,}")
                .matcher(text(backup.resolve("keys/citizen.copy.gz")))
                .results()
                .map(match -> match.group().substring(3))
                .toList();
        // Of each citizen the number's hash and the key.
        assertThat(wrapped).hasSize(8);
        try (Stream<Path> files = Files.list(backup)) {
            assertThat(files.filter(Files::isRegularFile)).allSatisfy(file -> {
                String data = text(file);
                assertThat(wrapped).noneMatch(data::contains);
            });
        }
    }

    private static String allTextIn(Path backup) throws IOException {
        try (Stream<Path> files = Files.walk(backup)) {
            return String.join(
                    "\n",
                    files.filter(Files::isRegularFile).map(BackupTest::text).toList());
        }
    }

    private static String text(Path file) {
        try (InputStream in = file.toString().endsWith(".gz")
                ? new GZIPInputStream(Files.newInputStream(file))
                : Files.newInputStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
