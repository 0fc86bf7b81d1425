package dk.effektspor.command.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.effektspor.command.Api.Answer;
import dk.effektspor.command.Bodies;
import dk.effektspor.command.RunningCommandSide;
import dk.effektspor.command.platform.DerivedId;
import dk.effektspor.shared.EventTrace;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportTest extends RunningCommandSide {

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private EventStore events;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private Environment environment;

    @Test
    void a_file_brings_whole_histories_with_their_old_dates() {
        String number = Bodies.caseNumber();
        JsonNode end = last(imported(history(number, 3), UUID.randomUUID().toString()));
        assertThat(end.path("done").asBoolean()).as(end.toString()).isTrue();
        assertThat(end.path("accepted").asLong()).isEqualTo(6);
        DomainEventMessage<?> first = events.readEvents(caseId(number)).next();
        assertThat(first.getMetaData())
                .containsEntry(EventTrace.ACTOR, "drift")
                .containsEntry(EventTrace.CLIENT, "import")
                .containsEntry(EventTrace.SOURCE_RECORDED_AT, "2020-03-02T10:15:30Z")
                .containsEntry(EventTrace.SOURCE_ACTOR, "abc123");
    }

    @Test
    void running_a_file_again_changes_nothing() {
        String number = Bodies.caseNumber();
        String file = history(number, 3);
        imported(file, UUID.randomUUID().toString());
        JsonNode again = last(imported(file, UUID.randomUUID().toString()));
        assertThat(again.path("unchanged").asLong()).as(again.toString()).isEqualTo(6);
        assertThat(again.path("accepted").asLong()).isZero();
        assertThat(events.lastSequenceNumberFor(caseId(number))).contains(5L);
    }

    @Test
    void a_bad_line_is_reported_without_what_stood_in_it_and_the_rest_goes_on() throws IOException {
        String number = Bodies.caseNumber();
        String file = history(number, 1)
                + "no json\n"
                + note(number, "early", "Hemmelig", "2019-01-01")
                + note(number, "extra", "Hemmelig", "2020-05-05").replace("\"text\"", "\"tekst\"")
                + "{\"id\": \"odd\", \"case\": \"" + number + "\", \"type\": \"dance\", \"data\": {}}\n"
                + note(number, "good", "Fin", "2020-05-06");
        JsonNode end = last(imported(file, UUID.randomUUID().toString()));
        assertThat(end.path("linesDone").asLong()).isEqualTo(9);
        assertThat(end.path("accepted").asLong()).as(end.toString()).isEqualTo(5);
        assertThat(end.path("rejected").asLong()).isEqualTo(4);
        List<String> rejects = Files.readAllLines(Path.of(end.path("rejects").asString()));
        assertThat(rejects).hasSize(4);
        assertThat(rejects.get(0)).contains("\"line\":5", "import.unreadable-line", "ventes her (tegn 1).");
        assertThat(rejects.get(1)).contains("\"line\":6", "\"id\":\"early\"", "case.before-opening", "ligger før");
        assertThat(rejects.get(2)).contains("\"line\":7", "request.unknown-field");
        assertThat(rejects.get(3)).contains("\"line\":8", "import.unknown-type");
        assertThat(String.join("", rejects)).doesNotContain("Hemmelig");
    }

    @Test
    void a_refused_line_in_the_middle_takes_none_of_its_neighbours_with_it() {
        String number = Bodies.caseNumber();
        String neverOpened = Bodies.caseNumber();
        String file = history(number, 40)
                + note(number, "early", "Hemmelig", "2019-01-01")
                + line(
                        neverOpened,
                        "open",
                        "open-case",
                        "\"by\": \"abc\"",
                        flat(Bodies.opening(neverOpened)).replaceFirst("\"unit\": *\"[^\"]+\"", "\"unit\": \"INGEN\""))
                + note(neverOpened, "lost", "Hemmelig", "2020-05-05")
                + IntStream.range(0, 40)
                        .mapToObj(i -> note(number, "later-" + i, "Notat", "2020-05-06"))
                        .collect(Collectors.joining());
        JsonNode end = last(imported(file, UUID.randomUUID().toString()));
        assertThat(end.path("accepted").asLong()).as(end.toString()).isEqualTo(83);
        assertThat(end.path("rejected").asLong()).as(end.toString()).isEqualTo(3);
        assertThat(events.lastSequenceNumberFor(caseId(number))).contains(82L);
        assertThat(events.lastSequenceNumberFor(caseId(neverOpened))).isEmpty();
        JsonNode again = last(imported(file, UUID.randomUUID().toString()));
        assertThat(again.path("unchanged").asLong()).as(again.toString()).isEqualTo(83);
        assertThat(events.lastSequenceNumberFor(caseId(number))).contains(82L);
    }

    @Test
    void lines_reach_a_case_that_was_opened_through_the_api() {
        String number = Bodies.caseNumber();
        Answer opened = api().post("sagsbehandler", "/api/v1/cases", Bodies.opening(number));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        String file = note(number, "a", "Fra det gamle system", "2020-04-02")
                + note(number, "b", "Fra det gamle system", "2020-04-03");
        JsonNode end = last(imported(file, UUID.randomUUID().toString()));
        assertThat(end.path("accepted").asLong()).as(end.toString()).isEqualTo(2);
        assertThat(events.lastSequenceNumberFor(opened.json().path("caseId").asString()))
                .contains(2L);
    }

    @Test
    void an_import_that_was_cut_off_goes_on_where_it_was() throws Exception {
        String importId = UUID.randomUUID().toString();
        String number = Bodies.caseNumber();
        String file = history(number, 60);
        try (Socket socket = new Socket("127.0.0.1", port())) {
            OutputStream out = socket.getOutputStream();
            String credentials = "drift:" + api().password("drift");
            out.write(("POST /api/v1/imports HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\nImport-Id: "
                            + importId + "\r\nAuthorization: Basic "
                            + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8))
                            + "\r\nContent-Length: " + file.getBytes(UTF_8).length + "\r\n\r\n")
                    .getBytes(UTF_8));
            out.write(file.substring(0, file.length() / 2).getBytes(UTF_8));
            out.flush();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> events.lastSequenceNumberFor(caseId(number)).orElse(0L) > 5);
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> state(importId).path("state").asString().equals("INTERRUPTED"));
        long done = state(importId).path("linesDone").asLong();
        assertThat(state(importId).path("stop").path("reason").asString()).isEqualTo("import.cut-off");
        assertThat(state(importId).path("stop").path("line").asLong()).isEqualTo(done + 1);
        assertThat(done).isBetween(1L, 62L);

        JsonNode end = last(imported(file, importId));
        assertThat(end.path("done").asBoolean()).isTrue();
        assertThat(end.path("linesDone").asLong()).isEqualTo(63);
        assertThat(end.path("rejected").asLong()).isZero();
        assertThat(end.path("accepted").asLong() + end.path("unchanged").asLong())
                .isEqualTo(63);
        assertThat(events.lastSequenceNumberFor(caseId(number))).contains(62L);
    }

    @Test
    void many_cases_at_once_keep_each_their_order() {
        List<String> numbers =
                IntStream.range(0, 40).mapToObj(i -> Bodies.caseNumber()).toList();
        List<String[]> files =
                numbers.stream().map(n -> history(n, 12).split("(?<=\n)")).toList();
        String interleaved = IntStream.range(0, 15)
                .boxed()
                .flatMap(line -> files.stream().map(file -> file[line]))
                .collect(Collectors.joining());
        JsonNode end = last(imported(interleaved, UUID.randomUUID().toString()));
        assertThat(end.path("accepted").asLong()).as(end.toString()).isEqualTo(600);
    }

    static String history(String number, int notes) {
        String opening = flat(Bodies.opening(number));
        String decision = flat(Bodies.decision());
        return line(
                        number,
                        "open",
                        "open-case",
                        "\"recordedAt\": \"2020-03-02T10:15:30Z\", \"by\": \"abc123\"",
                        opening)
                + line(number, "decide", "decide-intervention", "\"intervention\": \"i1\"", decision)
                + line(number, "start", "start", "\"intervention\": \"i1\"", "{\"effectiveOn\": \"2020-04-01\"}")
                + IntStream.range(0, notes)
                        .mapToObj(i -> note(number, "note-" + i, "Notat " + i, "2020-04-02"))
                        .collect(Collectors.joining());
    }

    private static String flat(String body) {
        return body.strip().replace("\n", " ");
    }

    private static String note(String number, String id, String text, String on) {
        return line(
                number,
                id,
                "add-note",
                "\"by\": \"abc\"",
                "{\"text\": \"" + text + "\", \"effectiveOn\": \"" + on + "\"}");
    }

    private static String line(String number, String id, String type, String more, String data) {
        return "{\"id\": \"%s\", \"case\": \"%s\", \"type\": \"%s\", %s, \"data\": %s}\n"
                .formatted(id, number, type, more, data);
    }

    private Answer imported(String file, String importId) {
        Answer answer = api().post(
                        "drift",
                        "/api/v1/imports",
                        file,
                        "Content-Type",
                        "application/x-ndjson",
                        "Import-Id",
                        importId);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private JsonNode state(String importId) {
        return api().get("drift", "/api/v1/imports/" + importId).json();
    }

    private static JsonNode last(Answer answer) {
        return JsonMapper.builder()
                .build()
                .readTree(
                        Stream.of(answer.body().split("\n")).reduce((a, b) -> b).orElseThrow());
    }

    private int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    private static String caseId(String number) {
        return DerivedId.of("case", number).toString();
    }
}
