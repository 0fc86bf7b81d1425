package dk.effektspor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Cases that are written to while things fail: notes, now and then a move or a scoring; and what was answered to each. */
final class Caseload {

    /** Version of a case with all it is given before the load. */
    static final int OPENED = 7;

    /** Fewer citizens no effect view tells of. */
    private static final int FEWEST_TOLD_OF = 5;

    private static final String MOVE = "move-";
    private static final String SCORING = "scoring-";
    private static final String PERIOD = "from=2026-01-01&to=2026-06-30";

    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern WRITTEN = Pattern.compile("\"(?:noteId|scoringId|to)\":\"([^\"]+)\"");
    private static final Pattern DECIDED = Pattern.compile("\"event\":\"indsatstrappe.intervention-decided\"");

    private static final Pattern MOVED = Pattern.compile("\"to\":\"");
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

    /** By case: the key of every request sent, with the id it was given once it was acknowledged; empty until then. */
    private final List<Map<String, String>> sent = new ArrayList<>();

    private final List<String> cases = new ArrayList<>();
    /** The intervention of each case that is under way. */
    private final List<String> interventions = new ArrayList<>();

    private final AtomicInteger turn = new AtomicInteger();
    private final int written;

    private Caseload(int written) {
        this.written = written;
    }

    /** So many cases to be written to, and beside them as many as it takes for the effect views to show a figure. */
    static Caseload opened(Server server, int count) throws Exception {
        Caseload caseload = new Caseload(count);
        for (int i = 0; i < Math.max(count, FEWEST_TOLD_OF); i++) {
            String location = open(server, i + 1);
            caseload.cases.add(location);
            caseload.sent.add(new ConcurrentHashMap<>());
            String intervention = id(server.post(location + "/interventions", CaseBodies.DECISION));
            caseload.interventions.add(intervention);
            HttpResponse<String> started =
                    server.post(location + "/interventions/" + intervention + "/start", CaseBodies.START);
            assertThat(started.statusCode()).as(started.body()).isEqualTo(204);
            for (String key : List.of(MOVE + i, SCORING + "entry" + i, SCORING + "later" + i)) {
                id(caseload.send(server, i, key));
            }
        }
        return caseload;
    }

    static String open(Server server, int number) throws Exception {
        HttpResponse<String> answer = server.post("/api/v1/cases", CaseBodies.opening(number));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** Those that are written to. */
    int cases() {
        return written;
    }

    String location(int number) {
        return cases.get(number);
    }

    /** Writes a note with a key nobody has used. */
    HttpResponse<String> note(Server server, int number) throws Exception {
        return send(server, number, UUID.randomUUID().toString());
    }

    /** Writes what comes next under a key nobody has used: of twenty a move and a scoring, else a note. */
    HttpResponse<String> write(Server server, int number) throws Exception {
        String kind = switch (turn.incrementAndGet() % 20) {
            case 3 -> MOVE;
            case 6 -> SCORING;
            default -> "";
        };
        return send(server, number, kind + UUID.randomUUID());
    }

    /** The key alone says what is sent, so that it is the same when it is sent again. */
    private HttpResponse<String> send(Server server, int number, String key) throws Exception {
        sent.get(number).putIfAbsent(key, "");
        String path = cases.get(number);
        String body;
        if (key.startsWith(MOVE)) {
            path += "/interventions/" + interventions.get(number) + "/lateral-move";
            body = CaseBodies.lateralMove();
        } else if (key.startsWith(SCORING)) {
            path += "/compass-scores";
            body = CaseBodies.scoring(
                    key.contains("entry") ? "ENTRY" : "FOLLOW_UP", 1 + Math.floorMod(key.hashCode(), 10));
        } else {
            path += "/notes";
            body = CaseBodies.note("Opdigtet notat " + key);
        }
        HttpResponse<String> answer = server.post(path, body, "Idempotency-Key", key);
        if (answer.statusCode() == 201) {
            sent.get(number).put(key, id(answer));
        }
        return answer;
    }

    private static String id(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return all(ID, answer.body()).get(0);
    }

    /** Sends again what got no answer, or the answer to try again; each must be taken now. */
    void repeatUnanswered(Server server) throws Exception {
        for (int c = 0; c < cases.size(); c++) {
            for (Map.Entry<String, String> request : Map.copyOf(sent.get(c)).entrySet()) {
                if (request.getValue().isEmpty()) {
                    id(send(server, c, request.getKey()));
                }
            }
        }
    }

    long acknowledged() {
        long all = 0;
        for (int c = 0; c < cases.size(); c++) {
            all += acknowledged(c, "").size();
        }
        return all;
    }

    private List<String> acknowledged(int number, String kind) {
        return sent.get(number).entrySet().stream()
                .filter(request -> request.getKey().startsWith(kind))
                .map(Map.Entry::getValue)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    /** What was acknowledged is there once, and nothing is there that was never sent. */
    void assertExactlyOnce(Server server) throws Exception {
        for (int c = 0; c < cases.size(); c++) {
            String timeline = timeline(server, cases.get(c));
            List<String> found = all(WRITTEN, timeline);
            List<String> expected = acknowledged(c, "");
            assertThat(found).doesNotHaveDuplicates().containsAll(expected);
            // A request cut off before its answer may have been stored or not.
            long unanswered = sent.get(c).size() - expected.size();
            assertThat((long) found.size()).isBetween((long) expected.size(), expected.size() + unanswered);
            // A move is two events: neither is there without the other.
            assertThat(count(DECIDED, timeline)).isEqualTo(1 + count(MOVED, timeline));
        }
    }

    /** All that can be read of the cases, which is something of each kind. */
    Map<String, String> views(Server server) throws Exception {
        // Each view follows by itself: that one of them has an event says nothing of the others.
        server.awaitNoLag();
        Map<String, String> views = new TreeMap<>();
        long moves = 0;
        for (int c = 0; c < cases.size(); c++) {
            String location = cases.get(c);
            views.put(location + "/timeline", timeline(server, location));
            views.put(location, read(server, location, Server.CASEWORKER));
            String ladder = read(server, location + "/ladder?on=2026-03-01", Server.CASEWORKER);
            assertThat(ladder).contains("\"step\":2").contains(acknowledged(c, MOVE));
            String compass = read(server, location + "/compass", Server.CASEWORKER);
            assertThat(compass).contains(acknowledged(c, SCORING));
            views.put(location + "/ladder", ladder);
            views.put(location + "/compass", compass);
            moves += count(MOVED, ladder);
        }
        views.put("list", read(server, "/api/v1/cases?limit=50", Server.CASEWORKER));
        views.put("steps", figures(server, "steps?" + PERIOD, "\"n\":"));
        views.put("change", figures(server, "change?by=unit&" + PERIOD, "\"mean\":"));
        views.put("matrix", figures(server, "step-matrix?" + PERIOD, "\"moves\":" + moves));
        return views;
    }

    private static String figures(Server server, String view, String shown) throws Exception {
        String figures = read(server, "/api/v1/effects/" + view, Server.ANALYST);
        assertThat(figures).contains(shown);
        return figures;
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
            List<String> next = all(NEXT, page);
            cursor = next.isEmpty() ? null : "&cursor=" + next.get(0);
        }
        return all.toString();
    }

    private static List<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private static long count(Pattern pattern, String text) {
        return pattern.matcher(text).results().count();
    }
}
