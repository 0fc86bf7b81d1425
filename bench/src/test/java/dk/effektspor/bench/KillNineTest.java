package dk.effektspor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise everything rests on: whatever is killed, an acknowledged command is there, exactly once. */
class KillNineTest {

    private static final int CLIENTS = 4;
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern NOTE_IN_TIMELINE = Pattern.compile("\"noteId\":\"([^\"]+)\"");

    @TempDir
    Path data;

    /** The key of every request sent, with the id of the note once it was acknowledged; empty until then. */
    private final List<Map<String, String>> sent = new ArrayList<>();

    private final List<String> cases = new ArrayList<>();

    @Test
    void an_acknowledged_command_survives_kill_9_exactly_once_and_the_views_equal_a_fresh_replay() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        try (Server server = Server.start(data).awaitReady()) {
            for (int i = 0; i < CLIENTS; i++) {
                cases.add(openCase(server, i + 1));
                sent.add(new ConcurrentHashMap<>());
            }
            writeUntilKilled(server, 1_500 + random.nextInt(1_500), true);
        }
        try (Server server = Server.start(data).awaitReady()) {
            server.awaitViews();
            assertEveryAcknowledgedNoteIsThereOnce(server);
            sendAgainWhatWasNotAcknowledged(server);
            writeUntilKilled(server, 1_000 + random.nextInt(1_000), false);
        }
        Map<String, String> followedLive;
        try (Server server = Server.start(data).awaitReady()) {
            sendAgainWhatWasNotAcknowledged(server);
            server.awaitViews();
            assertEveryAcknowledgedNoteIsThereOnce(server);
            followedLive = views(server);
        }
        // The embedded read store is empty at start: what it now shows is a fresh replay.
        try (Server server = Server.start(data).awaitReady()) {
            server.awaitViews();
            assertThat(views(server)).as("seed %d", seed).isEqualTo(followedLive);
        }
    }

    private String openCase(Server server, int number) throws Exception {
        HttpResponse<String> answer = server.post(
                "/api/v1/cases",
                "{\"cpr\":\"710312-500" + number + "\",\"name\":\"Opdigtet Borger\",\"targetGroup\":\"UBU-6-12\","
                        + "\"unit\":\"BBU-NOERREBRO\",\"caseworker\":\"sagsbehandler\",\"caseNumber\":\"2026-000000"
                        + number + "\",\"effectiveOn\":\"2026-01-05\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private void writeUntilKilled(Server server, long millis, boolean databaseToo) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        for (int c = 0; c < CLIENTS; c++) {
            int client = c;
            clients.submit(() -> {
                while (true) {
                    send(server, client, UUID.randomUUID().toString());
                }
            });
        }
        TimeUnit.MILLISECONDS.sleep(millis);
        server.kill(databaseToo);
        clients.shutdown();
        // Each client ends by itself: its next request finds nobody.
        assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private void send(Server server, int client, String key) throws Exception {
        sent.get(client).putIfAbsent(key, "");
        HttpResponse<String> answer = server.post(
                cases.get(client) + "/notes",
                "{\"text\":\"Opdigtet notat " + key + "\",\"effectiveOn\":\"2026-02-03\"}",
                "Idempotency-Key",
                key);
        if (answer.statusCode() == 201) {
            Matcher id = ID.matcher(answer.body());
            assertThat(id.find()).isTrue();
            sent.get(client).put(key, id.group(1));
        }
    }

    private void sendAgainWhatWasNotAcknowledged(Server server) throws Exception {
        for (int c = 0; c < CLIENTS; c++) {
            for (Map.Entry<String, String> request : Map.copyOf(sent.get(c)).entrySet()) {
                if (request.getValue().isEmpty()) {
                    String key = request.getKey();
                    send(server, c, key);
                    assertThat(sent.get(c).get(key)).isNotEmpty();
                }
            }
        }
    }

    private void assertEveryAcknowledgedNoteIsThereOnce(Server server) throws Exception {
        int acknowledged = 0;
        for (int c = 0; c < CLIENTS; c++) {
            List<String> inTimeline = notes(server, cases.get(c));
            List<String> expected =
                    sent.get(c).values().stream().filter(id -> !id.isEmpty()).toList();
            assertThat(inTimeline).doesNotHaveDuplicates().containsAll(expected);
            // A request cut off before its answer may have been stored or not; nothing else may be there.
            long unanswered =
                    sent.get(c).values().stream().filter(String::isEmpty).count();
            assertThat((long) inTimeline.size()).isBetween((long) expected.size(), expected.size() + unanswered);
            acknowledged += expected.size();
        }
        assertThat(acknowledged).isGreaterThan(10);
    }

    private static List<String> notes(Server server, String location) throws Exception {
        List<String> found = new ArrayList<>();
        String timeline = wholeTimeline(server, location);
        Matcher note = NOTE_IN_TIMELINE.matcher(timeline);
        while (note.find()) {
            found.add(note.group(1));
        }
        return found;
    }

    private static String wholeTimeline(Server server, String location) throws Exception {
        StringBuilder all = new StringBuilder();
        String cursor = "";
        while (cursor != null) {
            HttpResponse<String> page = server.get(location + "/timeline?order=recorded&limit=200" + cursor);
            assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
            all.append(page.body());
            Matcher next = Pattern.compile("\"next\":\"([^\"]+)\"").matcher(page.body());
            cursor = next.find() ? "&cursor=" + next.group(1) : null;
        }
        return all.toString();
    }

    private Map<String, String> views(Server server) throws Exception {
        Map<String, String> views = new TreeMap<>();
        for (String location : cases) {
            views.put(location + "/timeline", wholeTimeline(server, location));
            for (String view : List.of("", "/ladder?on=2026-03-01", "/compass")) {
                HttpResponse<String> answer = server.get(location + view);
                assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                views.put(location + view, answer.body());
            }
        }
        return views;
    }
}
