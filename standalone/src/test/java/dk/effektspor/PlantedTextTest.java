package dk.effektspor;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What may identify a person is written into every field that takes it, and then looked for wherever it could lie. */
@ExtendWith(OutputCaptureExtension.class)
class PlantedTextTest extends RunningStandalone {

    private static final String STEM = "qzplantet";
    private static final String CPR = "610112-4987";
    private static final String DECIDE =
            "\"measure\": \"%s\", \"legalBasis\": {\"law\": \"SEL\", \"paragraph\": \"%s\"}, \"plannedStart\": \"%s\","
                    + " \"plannedEnd\": \"%s\", \"goals\": [\"¤\", \"¤\"], \"exitPlan\": \"¤\", \"programme\": \"MST\","
                    + " \"ageOverride\": \"¤\", \"reason\": \"¤\"";
    private static final String PLACEMENT =
            ", \"tilbud\": \"PLEJEGRUPPE-A\", \"placementBasis\": {\"kind\": \"CONSENT\", \"basis\": {\"law\":"
                    + " \"SEL\", \"paragraph\": \"§52 stk. 3 nr. 7\"}, \"givenOn\": \"2020-07-25\"}";
    private static final String END = "{\"reasons\": [\"GOALS_REACHED\"], \"destination\": \"STAYS_AT_HOME\","
            + " \"breakdown\": false, \"explanation\": \"¤\", \"effectiveOn\": \"2021-05-01\"}";

    /** Fields that hold a code, a number or a user's name; what else is text must be planted below. */
    private static final Set<String> CODES = Set.of(
            "bydel",
            "targetGroup",
            "unit",
            "caseworker",
            "caseNumber",
            "measure",
            "paragraph",
            "tilbud",
            "programme",
            "compass",
            "compassVersion",
            "variant",
            "restsOn");

    private final Set<String> planted = new LinkedHashSet<>();
    private final Set<String> fields = new TreeSet<>();
    private final List<String> refusals = new ArrayList<>();

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private JdbcTemplate jdbc;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private MongoDatabase mongo;

    @Test
    void clear_text_is_read_by_the_caseworker_and_lies_nowhere(CapturedOutput console) throws Exception {
        String address = wholeCase();
        String readable = readings("sagsbehandler", address);
        transfer(address);
        String known = readable + readings("revisor", address);
        String imported = goodLines();
        importing(imported + badLines());
        malformed(address);

        assertThat(fields).as("planted fields").containsAll(textFields());
        assertThat(planted)
                .as("what the reader reads")
                .allSatisfy(mark -> assertThat(known).contains(mark));
        assertThat(refusals).as("answers to bad requests").noneMatch(answer -> answer.contains(STEM));

        Needles needles = new Needles(STEM, CPR, CPR.replace("-", ""));
        jdbc.execute("checkpoint");
        Needles control = new Needles("BBU-NOERREBRO");
        assertThat(control.in(DATA.resolve("postgres")))
                .as("the search finds what is not personal")
                .isNotEmpty();
        assertThat(tables(control)).contains("event");
        assertThat(collections(control)).isNotEmpty();

        liesNowhere(needles, console);
        assertThat(console.getAll()).contains("POST /api/v1/cases");

        forgotten(address, needles);
        liesNowhere(needles, console);
        assertThat(console.getAll()).contains("POST /api/v1/citizens/{citizenId}/erasure");
    }

    private void liesNowhere(Needles needles, CapturedOutput console) throws IOException {
        jdbc.execute("checkpoint");
        assertThat(needles.in(DATA)).as("files").isEmpty();
        assertThat(tables(needles)).as("tables").isEmpty();
        assertThat(collections(needles)).as("collections").isEmpty();
        assertThat(needles.in(Files.readString(Path.of(BothSides.LOG))))
                .as("log")
                .isEmpty();
        assertThat(needles.in(console.getAll())).as("console").isEmpty();
        assertThat(needles.in(get("drift", "/actuator/prometheus").body()))
                .as("metrics")
                .isEmpty();
    }

    /** Once the person is forgotten, what lies nowhere in clear cannot be read by anyone either. */
    private void forgotten(String address, Needles needles) {
        String citizen = get("revisor", address).json().path("citizenId").asString();
        new Forgotten(this, jdbc).forget(citizen);

        for (String user : List.of("revisor", Forgotten.SECOND_LEADER)) {
            String read = readings(user, address);
            assertThat(needles.in(read)).as("what %s reads", user).isEmpty();
            assertThat(read).contains("slettet");
        }
    }

    private String wholeCase() {
        String address = created("/api/v1/cases", """
            {"cpr": "%s", "name": "¤", "address": "¤", "targetGroup": "UBU-6-12", "unit": "BBU-NOERREBRO",
             "caseworker": "sagsbehandler", "caseNumber": "2020-9000001", "effectiveOn": "2020-03-02"}
            """.formatted(CPR));
        done(address + "/person", "{'name': '¤', 'address': '¤', 'reason': '¤', 'effectiveOn': '2020-03-03'}");
        created(address + "/notes", "{'text': '¤', 'effectiveOn': '2020-03-04'}");
        created(address + "/network-meetings", "{'citizenPresent': true, 'summary': '¤', 'effectiveOn': '2020-03-05'}");
        String reading = created(address + "/compass-scores", "{" + reading() + "}");
        done(reading + "/correct", "{" + reading() + ", 'reason': '¤'}");
        done(created(address + "/compass-scores", "{" + reading() + "}") + "/annul", because("2020-03-12"));

        String first = created(
                address + "/interventions",
                "{" + terms("HJEM", "§52 stk. 3 nr. 2", "2020-04-01") + ", 'effectiveOn': '2020-03-15'}");
        start(first, "2020-04-01");
        done(first + "/adjust", "{'goals': ['¤'], 'exitPlan': '¤', 'reason': '¤', 'effectiveOn': '2020-05-01'}");
        done(first + "/extend", "{'plannedEnd': '2021-09-01', 'reason': '¤', 'effectiveOn': '2020-05-02'}");
        String beside = move(first, "supplement", terms("RAADGIVNING", "§11", "2020-05-15"), "2020-05-10");
        start(beside, "2020-05-15");
        String treated =
                move(first, "lateral-move", terms("FAMILIEBEHANDLING", "§52 stk. 3 nr. 3", "2020-06-10"), "2020-06-01");
        start(treated, "2020-06-10");
        String placed = move(treated, "step-up", terms("PLEJE-ALMEN", "§66", "2020-08-15") + PLACEMENT, "2020-08-01");
        start(placed, "2020-08-15");
        done(
                placed + "/change-site",
                "{'tilbud': 'PLEJEGRUPPE-B', 'reason': '¤', 'breakdown': false, 'effectiveOn': '2020-10-01'}");
        String home = move(placed, "step-down", terms("HJEM", "§52 stk. 3 nr. 2", "2021-02-01"), "2021-01-10");
        start(home, "2021-02-01");
        done(home + "/end", END);
        done(beside + "/end", END);
        String again = move(home, "resume", terms("HJEM", "§52 stk. 3 nr. 2", "2021-06-10"), "2021-06-01");
        done(again + "/annul", because("2021-06-02"));
        done(address + "/close", because("2021-08-01"));
        done(address + "/reopen", because("2021-09-01"));
        return address;
    }

    private void transfer(String address) {
        done(
                address + "/transfer",
                "{'unit': 'BBU-AMAGER', 'caseworker': 'anden', 'reason': '¤', 'effectiveOn': '2021-10-01'}");
    }

    private static String terms(String measure, String paragraph, String start) {
        int year = Integer.parseInt(start.substring(0, 4));
        return DECIDE.formatted(measure, paragraph, start, (year + 1) + start.substring(4));
    }

    private String move(String from, String move, String terms, String on) {
        return created(
                from + "/" + move,
                "{'intervention': {" + terms + "}, 'reason': '¤', 'restsOn': [], 'effectiveOn': '" + on + "'}");
    }

    private void start(String intervention, String on) {
        done(intervention + "/start", "{'effectiveOn': '" + on + "'}");
    }

    private static String because(String on) {
        return "{'reason': '¤', 'effectiveOn': '" + on + "'}";
    }

    private static String reading() {
        return "'compass': 'UBU-6-12', 'compassVersion': '2012.1', 'rater': 'EMPLOYEE', 'occasion': 'ENTRY', 'scores':"
                + " ["
                + IntStream.rangeClosed(1, 10)
                        .mapToObj(no -> "{'dimension': " + no + ", 'score': 5, 'comment': '¤'}")
                        .collect(Collectors.joining(","))
                + "], 'effectiveOn': '2020-03-10'";
    }

    private String created(String path, String body) {
        Answer answer = send(path, body);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(201);
        return answer.header("Location");
    }

    private void done(String path, String body) {
        Answer answer = send(path, body);
        assertThat(answer.status()).as(path + " " + answer.body()).isEqualTo(204);
    }

    private Answer send(String path, String body) {
        String sent = marked(body);
        note(path, null, JSON.readTree(sent));
        return post("sagsbehandler", path, sent);
    }

    /** Puts a new mark at every ¤. */
    private String marked(String body) {
        return Pattern.compile("¤").matcher(body.replace('\'', '"')).replaceAll(at -> {
            String mark = STEM + "%04d".formatted(planted.size());
            planted.add(mark);
            return "Opdigtet " + mark;
        });
    }

    private void note(String path, @Nullable String field, JsonNode node) {
        if (node.isString()
                && (node.asString().contains(STEM) || node.asString().equals(CPR))) {
            fields.add(route(path) + " " + field);
        }
        node.forEach(child -> note(path, field, child));
        node.propertyNames().forEach(name -> note(path, name, node.path(name)));
    }

    private static String route(String path) {
        return path.replaceAll("(cases|interventions|compass-scores)/[0-9a-f-]{36}", "$1/{}");
    }

    /** Every text that any request about a case may hold, as the API describes itself. */
    private Set<String> textFields() {
        JsonNode api = get("revisor", "/v3/api-docs").json();
        Set<String> found = new TreeSet<>();
        api.path("paths").properties().forEach(path -> {
            JsonNode schema = path.getValue().at("/post/requestBody/content/application~1json/schema");
            if (path.getKey().startsWith("/api/v1/cases") && !path.getKey().endsWith("/search")) {
                collect(api, path.getKey().replaceAll("\\{\\w+}", "{}"), "", schema, found);
            }
        });
        assertThat(found).contains("/api/v1/cases cpr", "/api/v1/cases/{}/notes text");
        return found;
    }

    private static void collect(JsonNode api, String path, String field, JsonNode schema, Set<String> found) {
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            collect(api, path, field, api.at(reference.substring(1)), found);
        } else if (schema.path("type").toString().contains("string")) {
            boolean free =
                    schema.path("format").isMissingNode() && schema.path("enum").isMissingNode();
            if (free && !CODES.contains(field)) {
                found.add(path + " " + field);
            }
        }
        schema.path("anyOf").forEach(one -> collect(api, path, field, one, found));
        schema.path("oneOf").forEach(one -> collect(api, path, field, one, found));
        if (schema.has("items")) {
            collect(api, path, field, schema.path("items"), found);
        }
        schema.path("properties").properties().forEach(p -> collect(api, path, p.getKey(), p.getValue(), found));
    }

    private String readings(String user, String address) {
        StringBuilder read = new StringBuilder(get(user, address).body());
        read.append(get(user, address + "/ladder").body());
        read.append(get(user, address + "/compass").body());
        String cursor = "";
        do {
            Answer page = get(user, address + "/timeline?limit=20" + cursor);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            read.append(page.body());
            String next = page.json().path("next").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return read.toString();
    }

    private static String goodLines() {
        return """
            {"id": "1", "case": "2020-9000002", "type": "open-case", "data": {"cpr": "%s", "name": "%s", "address": "%s", "targetGroup": "UBU-6-12", "unit": "BBU-NOERREBRO", "caseworker": "sagsbehandler", "effectiveOn": "2020-03-02"}}
            {"id": "2", "case": "2020-9000002", "type": "add-note", "data": {"text": "%s", "effectiveOn": "2020-03-06"}}
            """.formatted(CPR.replace("-", ""), STEM, STEM, STEM);
    }

    /** Refused by shape, by rule, and by a text that stands where a code belongs. */
    private static String badLines() {
        String note = "{'id': '%s', 'case': '2020-9000002', 'type': 'add-note', 'data': {'text': '%s', 'effectiveOn':"
                + " '%s'%s}}\n";
        String opening =
                "{'id': '%s', 'case': '2020-900010%s', 'type': 'open-case', 'data': {'cpr': '%s', 'name': '%s',"
                        + " 'targetGroup': '%s', 'unit': '%s', 'bydel': %s, 'caseworker': 'x', 'effectiveOn':"
                        + " '2020-03-02'}}\n";
        return (note.formatted("3", STEM, "2019-01-01", "")
                        + note.formatted("4", STEM, STEM, "")
                        + note.formatted("5", STEM, "2020-03-07", ", 'Opdigtet " + STEM + "': 1")
                        + "{'text': '" + STEM + "\n"
                        + opening.formatted("6", 1, STEM, STEM, "UBU-6-12", "BBU-NOERREBRO", "null")
                        + opening.formatted("7", 2, CPR, STEM, CPR, "BBU-NOERREBRO", "null")
                        + opening.formatted("8", 3, CPR, STEM, "UBU-6-12", STEM, "null")
                        + opening.formatted("9", 4, CPR, STEM, "UBU-6-12", "BBU-NOERREBRO", "'" + STEM + "'")
                        + "{'id': '10', 'case': '2020-9000002', 'type': '" + STEM + "', 'data': {}}\n"
                        + "{'id': '11', 'case': '" + CPR + "', 'type': 'add-note', 'data': {}}\n")
                .replace('\'', '"');
    }

    private void importing(String lines) {
        Answer answer =
                post("drift", "/api/v1/imports", lines, "Content-Type", "application/x-ndjson", "Import-Id", id());
        String last = answer.body().lines().reduce("", (before, line) -> line);
        assertThat(last).contains("\"accepted\":2", "\"rejected\":10", "\"done\":true");
    }

    private void malformed(String address) {
        String opening =
                "{'cpr': '" + CPR + "', 'name': '" + STEM + "', 'caseNumber': '2020-9000003', 'unit': 'BBU-NOERREBRO',"
                        + " 'caseworker': 'x', 'targetGroup': 'UBU-6-12', 'effectiveOn': '2020-03-02'}";
        for (String body : List.of(
                opening.substring(0, opening.length() - 30),
                opening.replace("}", ", 'Opdigtet " + STEM + "': '" + STEM + "'}"),
                opening.replace("}", ", '" + CPR + "': '" + STEM + "'}"),
                opening.replace("'" + STEM + "'", "['" + STEM + "']"),
                opening.replace("'2020-03-02'", "'" + STEM + "'"),
                opening.replace(CPR, STEM),
                opening.replace(CPR, CPR + "1"),
                opening.replace("2020-9000003", CPR),
                opening.replace("'2020-03-02'", "'1899-03-02'").replace(STEM, STEM.repeat(3000)),
                STEM)) {
            refused(post("sagsbehandler", "/api/v1/cases", body.replace('\'', '"')));
        }
        String open = opening.replace('\'', '"');
        refused(post("analytiker", "/api/v1/cases", open));
        refused(post(null, "/api/v1/cases", open));
        refused(post("sagsbehandler", "/api/v1/cases", open, "Content-Type", "text/plain"));
        refused(post("sagsbehandler", "/api/v1/cases", open.replace(STEM, STEM.repeat(150_000))));
        refused(post("revisor", "/api/v1/cases/search", "{\"cpr\": \"" + STEM + "\"}"));
        refused(post(
                "sagsbehandler", address + "/notes", "{\"text\": \"" + STEM + "\", \"effectiveOn\": \"2022-01-01\"}"));
        refused(get("sagsbehandler", "/api/v1/cases/" + STEM));
        refused(get("sagsbehandler", "/api/v1/cases?step=" + STEM));
        refused(get("sagsbehandler", "/api/v1/cases?sort=" + CPR));
        assertThat(get("revisor", "/api/v1/cases?caseNumber=" + CPR).status()).isEqualTo(200);
        // A code nobody knows is told back to who sent it, and to no one else.
        for (String field : List.of("UBU-6-12", "BBU-NOERREBRO")) {
            Answer answer = post("sagsbehandler", "/api/v1/cases", open.replace(field, CPR));
            assertThat(answer.status()).as(answer.body()).isBetween(400, 409);
        }
    }

    private void refused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        refusals.add(answer.body());
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private Set<String> tables(Needles needles) {
        Set<String> found = new TreeSet<>();
        jdbc.queryForList(
                        "select table_name from information_schema.tables where table_schema = 'public'"
                                + " and table_type = 'BASE TABLE'",
                        String.class)
                .forEach(table -> jdbc.query("select t::text from \"" + table + "\" t", row -> {
                    if (!needles.in(row.getString(1)).isEmpty()) {
                        found.add(table);
                    }
                }));
        return found;
    }

    private Set<String> collections(Needles needles) {
        Set<String> found = new TreeSet<>();
        mongo.listCollectionNames()
                .forEach(collection -> mongo.getCollection(collection).find().forEach(document -> {
                    if (!needles.in(document.toJson()).isEmpty()) {
                        found.add(collection);
                    }
                }));
        return found;
    }
}
