package dk.effektspor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.effektspor.Collector.Span;
import dk.effektspor.shared.EventTrace;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** With an endpoint, every traced request is one trace from its first byte to the last view. */
class TracingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CALLERS_SPAN = "00f067aa0ba902b7";

    @TempDir
    static Path data;

    @SuppressWarnings("NullAway.Init")
    private static Collector collector;

    @SuppressWarnings("NullAway.Init")
    private static ConfigurableApplicationContext context;

    @BeforeAll
    static void start() throws Exception {
        collector = new Collector();
        context = SpringApplication.run(
                Standalone.class,
                "--effektspor.data=" + data,
                BothSides.LOG_ARGUMENT,
                "--server.port=0",
                "--effektspor.tracing.endpoint=" + collector.endpoint());
    }

    @AfterAll
    static void stop() {
        context.close();
        collector.close();
    }

    @Test
    void one_trace_leads_from_the_callers_span_over_request_command_and_event_to_each_view() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        HttpResponse<String> opened = post("/api/v1/cases", opening("2020-6000001"), parent(trace, "01"));
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(projections(trace))
                        .extracting(span -> span.attributes().get("effektspor.projection"))
                        .containsExactlyInAnyOrder("case-view", "timeline-view", "effect-view"));
        await().atMost(PATIENCE)
                .until(() -> collector.spans(trace).stream()
                        .anyMatch(span -> span.name().equals("POST /api/v1/cases")));

        for (Span projection : projections(trace)) {
            List<Span> way = wayUp(projection);
            assertThat(way).extracting(Span::name).anyMatch(name -> name.contains("publish"));
            assertThat(way).extracting(Span::name).anyMatch(name -> name.startsWith("CommandBus.handle"));
            Span request = way.get(way.size() - 1);
            assertThat(request.name()).isEqualTo("POST /api/v1/cases");
            assertThat(request.parent()).isEqualTo(CALLERS_SPAN);
            assertThat(request.attributes())
                    .containsEntry("http.route", "/api/v1/cases")
                    .containsEntry("http.response.status_code", "[201]")
                    .containsEntry(
                            "effektspor.correlation",
                            opened.headers().firstValue("X-Correlation-Id").orElseThrow());
        }
        assertThat(metaData(opened))
                .hasEntrySatisfying(
                        EventTrace.TRACE_PARENT,
                        place -> assertThat(place.toString()).startsWith("00-" + trace + "-"));
    }

    @Test
    void no_span_says_who_it_is_about_or_who_asked() throws Exception {
        String trace = "aaf92f3577b34da6a3ce929d0e0e4736";
        String opening = opening("2020-6000002");
        HttpResponse<String> opened =
                post("/api/v1/cases", opening, parent(trace, "01"), "tracestate", "vendor=wordsofthecaller");
        assertThat(opened.statusCode()).isEqualTo(201);
        String caseId =
                JsonMapper.shared().readTree(opened.body()).path("caseId").asString();
        // A rule says no, with the dates in its message.
        String note = "{\"text\": \"Noget fortroligt\", \"effectiveOn\": \"2019-01-01\"}";
        HttpResponse<String> searched =
                post("/api/v1/cases/" + caseId + "/notes?search=needle", note, parent(trace, "01"));
        assertThat(searched.statusCode()).isEqualTo(400);
        HttpResponse<String> refused = post("/api/v1/cases/" + caseId + "/notes", note, parent(trace, "01"));
        assertThat(refused.statusCode()).isEqualTo(409);
        await().atMost(PATIENCE)
                .until(() -> collector.spans(trace).stream()
                        .anyMatch(span -> "[409]".equals(span.attributes().get("http.response.status_code"))));
        await().atMost(PATIENCE).until(() -> projections(trace).size() == 3);

        assertThat(collector.everything())
                .contains("exception")
                .doesNotContain(
                        caseId,
                        "sagsbehandler",
                        "610112",
                        "Opdigtet",
                        "fortroligt",
                        "2020-6000002",
                        "2019-01-01",
                        "2020-03-02",
                        "NOERREBRO",
                        "needle",
                        "wordsofthecaller");
        assertThat(metaData(opened).keySet())
                .noneMatch(key -> key.toLowerCase(Locale.ROOT).contains("tracestate"));
    }

    @Test
    void what_the_caller_does_not_trace_leaves_no_mark() throws Exception {
        String trace = "bbf92f3577b34da6a3ce929d0e0e4736";
        HttpResponse<String> opened = post("/api/v1/cases", opening("2020-6000003"), parent(trace, "00"));
        assertThat(opened.statusCode()).isEqualTo(201);
        assertThat(metaData(opened)).doesNotContainKey(EventTrace.TRACE_PARENT);

        // Spans leave in order, so that those of a later request tell that none of the earlier are to come.
        String later = "ccf92f3577b34da6a3ce929d0e0e4736";
        assertThat(post("/api/v1/cases", opening("2020-6000004"), parent(later, "01"))
                        .statusCode())
                .isEqualTo(201);
        await().atMost(PATIENCE).until(() -> projections(later).size() == 3);

        assertThat(collector.spans(trace)).isEmpty();
        assertThat(collector.spans())
                .allMatch(span -> !span.parent().isEmpty() || span.name().matches("(GET|POST) .*"));
    }

    private static List<Span> projections(String trace) {
        return collector.spans(trace).stream()
                .filter(span -> span.name().startsWith("Projection.process"))
                .toList();
    }

    private static List<Span> wayUp(Span from) {
        List<Span> way = new ArrayList<>();
        for (Span at = from; at != null; at = collector.parent(at)) {
            way.add(at);
        }
        return way;
    }

    private static MetaData metaData(HttpResponse<String> opened) {
        String caseId =
                JsonMapper.shared().readTree(opened.body()).path("caseId").asString();
        return context.getBean(EventStore.class).readEvents(caseId).next().getMetaData();
    }

    private static String parent(String trace, String flags) {
        return "00-" + trace + "-" + CALLERS_SPAN + "-" + flags;
    }

    private static HttpResponse<String> post(String path, String body, String traceParent, String... headers)
            throws Exception {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("traceparent", traceParent)
                .header("Authorization", "Basic " + credentials())
                .POST(BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static String credentials() throws Exception {
        String password = Files.readAllLines(data.resolve("keys/first-passwords.txt")).stream()
                .map(line -> line.strip().split("[\\s:=]+"))
                .filter(words -> words[0].equals("sagsbehandler"))
                .map(words -> words[1])
                .findFirst()
                .orElseThrow();
        return Base64.getEncoder()
                .encodeToString(("sagsbehandler:" + Objects.requireNonNull(password)).getBytes(UTF_8));
    }

    private static String opening(String caseNumber) {
        return """
            {"cpr": "610112-4%s", "name": "Opdigtet Barn", "targetGroup": "UBU-6-12", "unit": "BBU-NOERREBRO",
             "caseworker": "sagsbehandler", "caseNumber": "%s", "effectiveOn": "2020-03-02"}
            """.formatted(caseNumber.substring(9), caseNumber);
    }
}
