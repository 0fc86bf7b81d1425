package dk.effektspor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cases that notes are written to while things fail, and what was answered to each. */
final class Caseload {

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern NOTE_IN_TIMELINE = Pattern.compile("\"noteId\":\"([^\"]+)\"");

    /** By case: the key of every request sent, with the id of the note once it was acknowledged; empty until then. */
    private final List<Map<String, String>> sent = new ArrayList<>();

    private final List<String> cases = new ArrayList<>();

    static Caseload opened(Server server, int count) throws Exception {
        Caseload caseload = new Caseload();
        for (int i = 0; i < count; i++) {
            caseload.cases.add(open(server, i + 1));
            caseload.sent.add(new ConcurrentHashMap<>());
        }
        return caseload;
    }

    static String open(Server server, int number) throws Exception {
        HttpResponse<String> answer = server.post(
                "/api/v1/cases",
                "{\"cpr\":\"710312-500" + number + "\",\"name\":\"Opdigtet Borger\",\"targetGroup\":\"UBU-6-12\","
                        + "\"unit\":\"BBU-NOERREBRO\",\"caseworker\":\"sagsbehandler\",\"caseNumber\":\"2026-000000"
                        + number + "\",\"effectiveOn\":\"2026-01-05\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    int cases() {
        return cases.size();
    }

    String location(int number) {
        return cases.get(number);
    }

    /** Writes a note with a key nobody has used. */
    HttpResponse<String> note(Server server, int number) throws Exception {
        return note(server, number, UUID.randomUUID().toString());
    }

    HttpResponse<String> note(Server server, int number, String key) throws Exception {
        sent.get(number).putIfAbsent(key, "");
        HttpResponse<String> answer = server.post(
                cases.get(number) + "/notes",
                "{\"text\":\"Opdigtet notat " + key + "\",\"effectiveOn\":\"2026-02-03\"}",
                "Idempotency-Key",
                key);
        if (answer.statusCode() == 201) {
            Matcher id = ID.matcher(answer.body());
            assertThat(id.find()).isTrue();
            sent.get(number).put(key, id.group(1));
        }
        return answer;
    }

    /** Sends again what got no answer, or the answer to try again; each must be taken now. */
    void repeatUnanswered(Server server) throws Exception {
        for (int c = 0; c < cases.size(); c++) {
            for (Map.Entry<String, String> request : Map.copyOf(sent.get(c)).entrySet()) {
                if (request.getValue().isEmpty()) {
                    HttpResponse<String> answer = note(server, c, request.getKey());
                    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
                }
            }
        }
    }

    long acknowledged() {
        return sent.stream()
                .flatMap(notes -> notes.values().stream())
                .filter(id -> !id.isEmpty())
                .count();
    }

    /** What was acknowledged is there once, and nothing is there that was never sent. */
    void assertExactlyOnce(Server server) throws Exception {
        for (int c = 0; c < cases.size(); c++) {
            List<String> found = new ArrayList<>();
            Matcher note = NOTE_IN_TIMELINE.matcher(timeline(server, cases.get(c)));
            while (note.find()) {
                found.add(note.group(1));
            }
            List<String> expected =
                    sent.get(c).values().stream().filter(id -> !id.isEmpty()).toList();
            assertThat(found).doesNotHaveDuplicates().containsAll(expected);
            // A request cut off before its answer may have been stored or not.
            long unanswered = sent.get(c).size() - expected.size();
            assertThat((long) found.size()).isBetween((long) expected.size(), expected.size() + unanswered);
        }
    }

    /** All that can be read of the cases. */
    Map<String, String> views(Server server) throws Exception {
        // Each view follows by itself: that one of them has an event says nothing of the others.
        server.awaitNoLag();
        Map<String, String> views = new TreeMap<>();
        for (String location : cases) {
            views.put(location + "/timeline", timeline(server, location));
            for (String view : List.of("", "/ladder?on=2026-03-01", "/compass")) {
                views.put(location + view, read(server, location + view, Server.CASEWORKER));
            }
        }
        views.put("list", read(server, "/api/v1/cases?limit=50", Server.CASEWORKER));
        views.put("steps", read(server, "/api/v1/effects/steps?from=2025-01-01&to=2026-06-30", "analytiker"));
        return views;
    }

    static String read(Server server, String path, String user) throws Exception {
        HttpResponse<String> answer = server.get(path, user);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        // The address differs from one start to the next.
        return answer.body().replaceAll("http://127\\.0\\.0\\.1:\\d+", "");
    }

    private static String timeline(Server server, String location) throws Exception {
        StringBuilder all = new StringBuilder();
        String cursor = "";
        while (cursor != null) {
            String page = read(server, location + "/timeline?order=recorded&limit=200" + cursor, Server.CASEWORKER);
            all.append(page);
            Matcher next = Pattern.compile("\"next\":\"([^\"]+)\"").matcher(page);
            cursor = next.find() ? "&cursor=" + next.group(1) : null;
        }
        return all.toString();
    }
}
