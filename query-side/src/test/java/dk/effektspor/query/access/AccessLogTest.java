package dk.effektspor.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.platform.security.Auditing;
import dk.effektspor.platform.security.Caller;
import dk.effektspor.platform.security.Role;
import dk.effektspor.platform.vault.Vault;
import dk.effektspor.query.QuerySide;
import dk.effektspor.query.SampleCase;
import dk.effektspor.query.platform.Projections;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The log of who looked, asked over HTTP on a database of its own that may be damaged. */
@SpringBootTest(
        classes = {QuerySide.class, AccessLogTest.WithStreams.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
class AccessLogTest {

    private static final String OWN = "BBU-NOERREBRO";
    private static final String OTHER = "BBU-VALBY";
    private static final ZoneId HERE = ZoneId.of("Europe/Copenhagen");
    private static int count;

    @TempDir
    static Path data;

    @Autowired
    Environment environment;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    EventStore events;

    @Autowired
    Vault vault;

    @Autowired
    Projections projections;

    @Autowired
    AccessRows rows;

    @Autowired
    AccessJournal journal;

    @Autowired
    ChainCheck check;

    @Autowired
    UnusualSearch unusual;

    @Autowired
    MeterRegistry metrics;

    private Caller caseworker;
    private Caller auditor;
    private SampleCase sample;

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("effektspor.data", () -> data.resolve("data").toString());
    }

    @BeforeEach
    void a_case_in_the_own_unit() {
        caseworker = Caller.of(environment).as(Role.CASEWORKER, jdbc);
        auditor = Caller.of(environment).as(Role.AUDITOR, jdbc);
        sample = newCase(OWN);
    }

    @Test
    void a_look_at_a_case_says_who_saw_whom_and_what_for() {
        assertThat(caseworker
                        .with("X-Correlation-Id", "look-0123456789abc")
                        .get(address(sample) + "/timeline?limit=3")
                        .statusCode())
                .isEqualTo(200);

        Look look = last().look();
        assertThat(look.who().actor()).isEqualTo("test-caseworker");
        assertThat(look.who().role()).isEqualTo("CASEWORKER");
        assertThat(look.who().unit()).isEqualTo(OWN);
        assertThat(look.who().client()).startsWith("Java-http-client");
        assertThat(look.who().correlation()).isEqualTo("look-0123456789abc");
        assertThat(look.operation()).isEqualTo("getTimeline");
        assertThat(look.request()).isEqualTo("GET /api/v1/cases/{caseId}/timeline");
        assertThat(look.purpose()).isEqualTo("casework");
        assertThat(look.status()).isEqualTo(200);
        assertThat(look.cases()).containsExactly(sample.caseId.value());
        assertThat(look.citizens()).containsExactly(citizen(sample));
        assertThat(look.others()).as("anna has the case").isEqualTo(1);
    }

    @Test
    void what_is_refused_or_not_there_is_a_look_too() {
        SampleCase foreign = newCase(OTHER);
        UUID unknown = UUID.randomUUID();
        long before = rows.end().position();

        assertThat(caseworker.get(address(foreign)).statusCode()).isEqualTo(403);
        assertThat(last().look().status()).isEqualTo(403);
        assertThat(last().look().citizens()).containsExactly(citizen(foreign));
        assertThat(Caller.of(environment)
                        .as(Role.ANALYST, jdbc)
                        .get(address(foreign))
                        .statusCode())
                .isEqualTo(403);
        assertThat(last().look().cases()).containsExactly(foreign.caseId.value());
        assertThat(caseworker.get("/api/v1/cases/" + unknown + "/ladder").statusCode())
                .isEqualTo(404);
        assertThat(last().look().cases()).containsExactly(unknown);
        assertThat(caseworker.get("/api/v1/cases/710112-7777").statusCode()).isEqualTo(400);
        assertThat(last().look().status()).isEqualTo(400);
        assertThat(caseworker.get("/api/v1/cases?unit=" + OTHER).statusCode()).isEqualTo(403);
        assertThat(caseworker.get("/api/v1/cases?caseNumber=710112-7777").statusCode())
                .isEqualTo(200);
        assertThat(caseworker
                        .with("If-None-Match", "\"10\"")
                        .get(address(sample))
                        .statusCode())
                .isEqualTo(304);
        assertThat(last().look().status()).isEqualTo(304);

        assertThat(rows.end().position()).isEqualTo(before + 7);
        assertThat(sql.queryForList("select e::text from access_entry e", String.class))
                .noneMatch(row -> row.contains("710112"));
    }

    @Test
    void a_list_shows_many_and_a_search_looks_for_one() {
        SampleCase second = newCase(OWN);
        JsonNode page = json(caseworker.get("/api/v1/cases?limit=2"));
        assertThat(page.path("cases")).hasSize(2);
        Look list = last().look();
        assertThat(list.cases())
                .hasSize(2)
                .contains(UUID.fromString(page.at("/cases/0/caseId").asString()));
        assertThat(list.citizens()).hasSize(2);

        assertThat(caseworker
                        .post("/api/v1/cases/search", "{\"cpr\":\"" + cpr() + "\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(last().look().cases()).containsExactly(second.caseId.value());
        SampleCase foreign = newCase(OTHER);
        JsonNode none = json(caseworker.post("/api/v1/cases/search", "{\"cpr\":\"" + cpr() + "\"}"));
        assertThat(none.path("cases")).isEmpty();
        assertThat(last().look().citizens()).as("was looked for all the same").containsExactly(citizen(foreign));
    }

    @Test
    void an_auditor_says_once_for_each_case_what_they_look_for() {
        SampleCase second = newCase(OTHER);
        Caller silent = Caller.of(environment).basic("test-auditor", "walks-with-every-role");

        HttpResponse<String> refused = silent.with("Accept-Language", "en").get(address(sample));
        assertThat(refused.statusCode()).isEqualTo(428);
        assertThat(json(refused).path("code").asString()).isEqualTo("access.purpose-required");
        assertThat(json(refused).path("detail").asString()).contains("supervision", "complaint", "incident");
        assertThat(last().look().status()).isEqualTo(428);
        assertThat(last().look().purpose()).isNull();

        assertThat(silent.with("Access-Purpose", "complaint")
                        .get(address(sample))
                        .statusCode())
                .isEqualTo(200);
        assertThat(silent.get(address(sample) + "/timeline").statusCode()).isEqualTo(200);
        assertThat(last().look().purpose()).isEqualTo("complaint");
        assertThat(silent.get(address(second)).statusCode()).as("another case").isEqualTo(428);
        assertThat(silent.with("Access-Purpose", "audit").get("/api/v1/cases").statusCode())
                .isEqualTo(200);
        assertThat(silent.get("/api/v1/cases").statusCode())
                .as("the next list is of others")
                .isEqualTo(428);
        HttpResponse<String> unknown =
                silent.with("Access-Purpose", "curiosity").get(address(sample));
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(json(unknown).path("code").asString()).isEqualTo("access.unknown-purpose");

        sql.update(
                "update access_purpose set stated_at = stated_at - interval '8 hours 1 second' where actor = 'test-auditor'");
        assertThat(silent.get(address(sample)).statusCode())
                .as("after eight hours")
                .isEqualTo(428);
        assertThat(caseworker
                        .with("Access-Purpose", "incident")
                        .get(address(sample))
                        .statusCode())
                .isEqualTo(200);
        assertThat(last().look().purpose()).as("who need not may").isEqualTo("incident");
    }

    @Test
    void a_streamed_answer_is_recorded_before_its_first_byte_leaves() {
        for (String size : List.of("1", "100000")) {
            long before = rows.end().position();
            HttpResponse<String> streamed =
                    auditor.get("/api/v1/test/" + sample.caseId.value() + "/stream?bytes=" + size);

            assertThat(streamed.statusCode()).isEqualTo(200);
            assertThat(streamed.body()).hasSize(Integer.parseInt(size)).matches("x*");
            assertThat(last().position()).isEqualTo(before + 1);
            if (size.length() > 1) {
                assertThat(Streams.recordedAfterTheFirst)
                        .as("before the reader sees all")
                        .isEqualTo(before + 1);
            }
            assertThat(last().look().cases()).containsExactly(sample.caseId.value());
        }
        long before = rows.end().position();
        assertThat(auditor.get("/api/v1/test/" + sample.caseId.value() + "/stream?bytes=0")
                        .body())
                .isEmpty();
        assertThat(rows.end().position()).isEqualTo(before + 1);
    }

    @Test
    void where_a_look_cannot_be_written_down_nothing_is_shown() {
        double failures = metrics.get("effektspor.access.failures").counter().count();
        List<HttpResponse<String>> answers = new ArrayList<>();
        sql.execute("alter table access_entry rename to access_entry_away");
        try {
            answers.add(caseworker.get(address(sample)));
            answers.add(caseworker.get(address(sample) + "/timeline"));
            answers.add(caseworker.get("/api/v1/cases"));
            answers.add(caseworker.get(address(newCase(OTHER))));
            answers.add(auditor.get("/api/v1/test/" + sample.caseId.value() + "/stream?bytes=1"));
            answers.add(auditor.get("/api/v1/test/" + sample.caseId.value() + "/stream?bytes=100000"));
        } finally {
            sql.execute("alter table access_entry_away rename to access_entry");
        }
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(json(answer).path("code").asString()).isEqualTo("access.not-recorded");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.headers().firstValue("ETag"))
                    .as("says nothing of the case")
                    .isEmpty();
            assertThat(answer.body()).doesNotContain("Opdigtet", "xxx", OTHER);
        });
        assertThat(metrics.get("effektspor.access.failures").counter().count()).isEqualTo(failures + answers.size());
        assertThat(caseworker.get(address(sample)).statusCode()).isEqualTo(200);
    }

    @Test
    void many_readers_in_several_processes_make_one_dense_chain() throws Exception {
        long before = rows.end().position();
        AccessJournal otherProcess = journal(Clock.system(HERE));
        ExecutorService readers = Executors.newFixedThreadPool(32);
        List<Future<?>> done = new ArrayList<>();
        for (int reader = 0; reader < 32; reader++) {
            boolean here = reader % 2 == 0;
            done.add(readers.submit(() -> {
                for (int i = 0; i < 10; i++) {
                    if (here) {
                        assertThat(caseworker.get(address(sample) + "/ladder").statusCode())
                                .isIn(200, 429);
                    } else {
                        otherProcess.append(look("anders", "CASEWORKER", 200, sample, 0));
                    }
                }
            }));
        }
        for (Future<?> one : done) {
            one.get();
        }
        readers.shutdown();

        assertThat(rows.end().position()).isGreaterThan(before + 160);
        assertThat(rows.after(before, 1_000))
                .extracting(Entry::position)
                .isEqualTo(IntStream.range(1, (int) (rows.end().position() - before) + 1)
                        .mapToObj(i -> before + i)
                        .toList());
        assertThat(check.now().isSound()).isTrue();
    }

    @Test
    void whatever_a_superuser_does_to_the_log_is_found() {
        for (int i = 0; i < 20; i++) {
            journal.append(look("anna", "CASEWORKER", 200, sample, 0));
        }
        long end = rows.end().position();
        long middle = end - 10;
        Link anchor = rows.end();
        Map<String, String> columns = Map.ofEntries(
                Map.entry("seen_at", "seen_at + interval '1 millisecond'"),
                Map.entry("actor", "'bo'"),
                Map.entry("role", "'AUDITOR'"),
                Map.entry("unit", "null"),
                Map.entry("client", "client || ' '"),
                Map.entry("correlation", "'another-correlation'"),
                Map.entry("operation", "'getLadder'"),
                Map.entry("request", "'GET /'"),
                Map.entry("purpose", "''"),
                Map.entry("status", "403"),
                Map.entry("others", "1"),
                Map.entry("cases", "'{}'"),
                Map.entry("citizens", "citizens || cases"),
                Map.entry("hash", "sha256('x')"));
        assertThat(columns.keySet())
                .as("every column is tried")
                .containsExactlyInAnyOrderElementsOf(sql.queryForList(
                        "select column_name from information_schema.columns where table_name = 'access_entry'"
                                + " and column_name <> 'position'",
                        String.class));
        columns.forEach((column, value) -> assertThat(
                        after("update access_entry set " + column + " = " + value + " where position = " + middle))
                .as(column)
                .first()
                .isEqualTo(new Fault(Fault.Kind.CHANGED, middle)));
        assertThat(after("delete from access_entry where position = " + middle))
                .containsExactly(new Fault(Fault.Kind.MISSING, middle));
        assertThat(after("delete from access_entry where position > " + middle))
                .containsExactly(new Fault(Fault.Kind.CUT, middle + 1, end));
        assertThat(after("delete from access_entry where position <= " + middle))
                .first()
                .extracting(Fault::kind)
                .isEqualTo(Fault.Kind.MISSING);
        assertThat(after(
                        "insert into access_horizon select true, position, hash, seen_at from access_entry where position = "
                                + middle
                                + " on conflict (only_row) do update set position = excluded.position, hash = excluded.hash",
                        "delete from access_entry where position <= " + middle))
                .extracting(Fault::kind)
                .containsExactly(Fault.Kind.BEGINNING_GONE);
        assertThat(after(
                        "update access_entry set position = -position where position > " + middle,
                        "update access_entry set position = 1 - position where position < 0",
                        "insert into access_entry select " + (middle + 1) + ", " + AccessRows.COLUMNS.substring(10)
                                + " from access_entry where position = " + middle))
                .as("one pushed in between")
                .first()
                .isEqualTo(new Fault(Fault.Kind.CHANGED, middle + 1));
        assertThat(in(() -> {
                    sql.update("delete from access_entry where position = ?", end);
                    rows.insert(List.of(Entry.after(
                            rows.end(),
                            Instant.now().truncatedTo(ChronoUnit.MILLIS),
                            look("bo", "CASEWORKER", 200, sample, 0))));
                    return new ChainCheck(
                                    rows,
                                    journal(Clock.system(HERE)),
                                    List.of(() -> List.of(anchor)),
                                    Clock.system(HERE))
                            .now()
                            .faults();
                }))
                .as("the end written anew, with hashes that fit")
                .containsExactly(new Fault(Fault.Kind.REWRITTEN, end));
    }

    @Test
    void a_fault_turns_health_red_until_it_is_gone() {
        caseworker.get(address(sample));
        long position = rows.end().position();
        Caller operator = Caller.of(environment).as(Role.OPERATOR, jdbc);
        sql.update("update access_entry set status = 404 where position = ?", position);
        try {
            JsonNode report = json(auditor.get("/api/v1/audit/access/check"));
            assertThat(report.at("/faults/0/kind").asString()).isEqualTo("CHANGED");
            assertThat(report.at("/faults/0/position").asLong()).isEqualTo(position);
            JsonNode health = json(operator.get("/actuator/health"));
            assertThat(health.path("status").asString()).isEqualTo("DOWN");
            assertThat(health.at("/components/accessLog/details/faults/0/position")
                            .asLong())
                    .isEqualTo(position);
        } finally {
            sql.update("update access_entry set status = 200 where position = ?", position);
        }
        long before = rows.end().position();
        assertThat(json(auditor.get("/api/v1/audit/access/check")).path("faults"))
                .isEmpty();
        assertThat(rows.end().position()).as("the check itself shows nobody").isEqualTo(before);
        assertThat(json(operator.get("/actuator/health"))
                        .at("/components/accessLog/status")
                        .asString())
                .isEqualTo("UP");
    }

    @Test
    void what_is_too_old_is_deleted_from_the_beginning_and_the_rest_still_checks() {
        caseworker.get(address(sample));
        long old = rows.end().position();
        Clock later = Clock.fixed(Instant.now().plus(Duration.ofDays(5 * 366)), HERE);
        AccessJournal then = journal(later);
        Retention retention =
                new Retention(sql, new TransactionTemplate(transactions), rows, then, later, Period.ofYears(5));
        assertThat(retention.deleteOld(
                        new ChainReport(Instant.now(), 0, old, "", 0, List.of(new Fault(Fault.Kind.CHANGED, 1)), 0)))
                .as("a log with a fault is kept")
                .isZero();

        assertThat(retention.deleteOld(check.now())).isEqualTo(old);

        assertThat(rows.after(0, 10)).first().satisfies(first -> {
            assertThat(first.position()).isEqualTo(old + 1);
            assertThat(first.look().operation()).isEqualTo(Retention.OPERATION);
            assertThat(first.look().request()).isEqualTo("RETENTION through " + old);
        });
        assertThat(rows.horizon()).map(Link::position).contains(old);
        assertThat(caseworker.get(address(sample)).statusCode()).isEqualTo(200);
        ChainReport report = check.now();
        assertThat(report.faults()).isEmpty();
        assertThat(report.deletedThrough()).isEqualTo(old);
        assertThat(retention.deleteOld(report)).as("nothing more").isZero();
    }

    @Test
    void an_auditor_finds_who_looked_and_that_is_a_look() {
        SampleCase other = newCase(OWN);
        caseworker.get(address(sample));
        caseworker.get(address(sample) + "/ladder");
        caseworker.get(address(other));
        caseworker.get("/api/v1/cases?limit=200");
        String mine = "/api/v1/audit/access?citizenId=" + citizen(sample);

        JsonNode found = json(auditor.get(mine + "&actor=test-caseworker"));

        assertThat(found.path("entries")).hasSize(3);
        assertThat(found.at("/entries/0/operation").asString()).isEqualTo("listCases");
        assertThat(found.at("/entries/0/citizens")).hasSize(1);
        assertThat(found.at("/entries/0/citizenCount").asInt()).isGreaterThan(1);
        assertThat(found.toString()).doesNotContain(citizen(other).toString(), other.caseId.toString());
        assertThat(found.at("/entries/2/operation").asString()).isEqualTo("getCase");
        assertThat(found.at("/entries/2/cases/0").asString()).isEqualTo(sample.caseId.toString());
        assertThat(json(auditor.get("/api/v1/audit/access?caseId=" + sample.caseId.value() + "&actor=test-caseworker"))
                        .path("entries"))
                .hasSize(3);

        JsonNode page = json(auditor.get(mine + "&limit=2"));
        assertThat(page.at("/entries/0/operation").asString())
                .as("the look at the log")
                .isEqualTo("listAccess");
        JsonNode next =
                json(auditor.get(mine + "&limit=2&cursor=" + page.path("next").asString()));
        assertThat(next.at("/entries/0/position").asLong())
                .isLessThan(page.at("/entries/1/position").asLong());
        LocalDate today = LocalDate.now(HERE);
        assertThat(json(auditor.get(mine + "&actor=test-caseworker&from=" + today.minusDays(1) + "&to="
                                + today.plusDays(1)))
                        .path("entries"))
                .hasSize(3);
        assertThat(json(auditor.get(mine + "&to=" + today.minusDays(2))).path("entries"))
                .isEmpty();
        assertThat(auditor.get(mine + "&cursor=abc").statusCode()).isEqualTo(400);
        assertThat(caseworker.get(mine).statusCode()).isEqualTo(403);
        assertThat(last().look().citizens()).containsExactly(citizen(sample));
    }

    @Test
    void a_citizen_is_told_what_when_what_for_and_where_but_nobody_s_name_and_nobody_else() {
        SampleCase other = newCase(OWN);
        caseworker.get(address(sample));
        caseworker.get("/api/v1/cases?limit=200");
        journal.append(look("naboen", "CASEWORKER", 403, sample, 1));
        String address = "/api/v1/audit/access/extract?citizenId=" + citizen(sample);

        JsonNode extract = json(auditor.get(address));
        assertThat(extract.path("looks")).hasSize(3);
        assertThat(extract.at("/looks/0/outcome").asString()).isEqualTo("Afvist");
        assertThat(extract.at("/looks/2/what").asString()).isEqualTo("Sagen");
        assertThat(extract.at("/looks/2/purpose").asString()).isEqualTo("Sagsbehandling");
        assertThat(extract.at("/looks/2/unit").asString()).contains("Nørrebro");
        assertThat(extract.at("/looks/2/at").asString()).isNotEmpty();
        HttpResponse<String> text = auditor.get(address + "&format=text");
        assertThat(text.headers().firstValue("Content-Type")).contains("text/plain;charset=UTF-8");
        assertThat(text.body())
                .contains(
                        "Hvem har set oplysninger om dig",
                        "Datatilsynets praksis af 6. juni 2024",
                        "Antal opslag: 4",
                        "Et udtræk som dette. Formål: Kvalitetskontrol");
        String csv = auditor.with("Accept-Language", "en")
                .get(address + "&format=csv")
                .body();
        assertThat(csv.lines()).hasSize(6).anyMatch(line -> line.endsWith("\"Shown\""));
        assertThat(List.of(extract.toString(), text.body(), csv))
                .allSatisfy(told -> assertThat(told)
                        .doesNotContain(
                                "test-caseworker",
                                "test-auditor",
                                "naboen",
                                "CASEWORKER",
                                other.caseId.toString(),
                                citizen(other).toString()));
    }

    @Test
    void of_nobody_there_is_no_extract_and_asking_is_a_look() {
        UUID nobody = UUID.randomUUID();

        HttpResponse<String> answer = auditor.get("/api/v1/audit/access/extract?citizenId=" + nobody);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).path("code").asString()).isEqualTo("citizen.unknown");
        assertThat(last().look().status()).isEqualTo(404);
        assertThat(last().look().operation()).isEqualTo("getAccessExtract");
    }

    @Test
    void of_an_id_that_is_nobody_s_the_log_says_so_unless_it_stands_in_an_entry() {
        String nobody = "/api/v1/audit/access?citizenId=" + UUID.randomUUID();

        HttpResponse<String> answer = auditor.get(nobody);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(json(answer).path("code").asString()).isEqualTo("citizen.unknown");
        assertThat(last().look().status()).isEqualTo(404);

        JsonNode afterwards = json(auditor.get(nobody));
        assertThat(afterwards.path("entries")).as("who asked for it before").hasSize(1);
        assertThat(json(auditor.get(nobody + "&actor=test-caseworker")).path("entries"))
                .isEmpty();
        assertThat(json(auditor.get("/api/v1/audit/access?citizenId=" + citizen(newCase(OTHER))))
                        .path("entries"))
                .as("a citizen whom nobody has looked at")
                .isEmpty();
    }

    @Test
    void someone_who_looks_where_they_have_nothing_to_do_is_listed_and_a_busy_caseworker_is_not() {
        LocalDate day = LocalDate.of(2026, 3, 10);
        List<SampleCase> cases =
                IntStream.range(0, 45).mapToObj(i -> newCase(OWN, false)).toList();
        AccessJournal morning = journal(at(day, 10));
        // Thirty own cases, several times each, eight of colleagues on holiday, lists of everybody's, one refusal.
        cases.subList(0, 30)
                .forEach(one ->
                        IntStream.range(0, 4).forEach(i -> morning.append(look("flittig", "CASEWORKER", 200, one, 0))));
        cases.subList(30, 38).forEach(one -> morning.append(look("flittig", "CASEWORKER", 200, one, 1)));
        morning.append(look("flittig", "CASEWORKER", 403, cases.get(40), 1));
        IntStream.range(0, 20).forEach(i -> morning.append(list("flittig", cases)));
        journal(at(day, 22)).append(look("flittig", "CASEWORKER", 200, cases.get(0), 0));
        // Two own cases, and many others, at night as well.
        cases.subList(0, 2).forEach(one -> morning.append(look("snushane", "CASEWORKER", 200, one, 0)));
        cases.subList(2, 45).forEach(one -> morning.append(look("snushane", "CASEWORKER", 200, one, 1)));
        IntStream.range(0, 6).forEach(i -> morning.append(look("snushane", "CASEWORKER", 403, cases.get(i), 1)));
        AccessJournal night = journal(at(day, 23));
        cases.subList(0, 7).forEach(one -> night.append(look("snushane", "CASEWORKER", 200, one, 1)));

        List<Unusual> found = unusual.between(day, day, Locale.ENGLISH);

        assertThat(found).extracting(Unusual::actor).containsOnly("snushane");
        assertThat(found).extracting(Unusual::rule).containsExactlyInAnyOrder(Unusual.Rule.values());
        assertThat(found)
                .filteredOn(one -> one.rule() == Unusual.Rule.OUTSIDE_OWN_CASES)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.counted()).isEqualTo(45);
                    assertThat(one.of()).isEqualTo(45);
                    assertThat(one.day()).isEqualTo(day);
                    assertThat(one.explanation())
                            .isEqualTo(
                                    "Opened 45 cases that have another caseworker, of 45 opened that day; told from 10.");
                });
        assertThat(found)
                .filteredOn(one -> one.rule() == Unusual.Rule.MANY_CITIZENS)
                .singleElement()
                .extracting(Unusual::counted)
                .isEqualTo(45L);
        JsonNode told = json(auditor.get("/api/v1/audit/access/unusual?from=2026-03-01&to=2026-03-31"));
        assertThat(told.path("findings")).hasSize(4);
        assertThat(told.at("/findings/0/explanation").asString())
                .contains("den dag")
                .doesNotContain("{");
        assertThat(last().look().operation()).isEqualTo("listUnusualAccess");
        assertThat(auditor.get("/api/v1/audit/access/unusual?from=2026-01-01&to=2026-12-31")
                        .statusCode())
                .isEqualTo(400);
    }

    private List<Fault> after(String... damage) {
        return in(() -> {
            for (String one : damage) {
                sql.update(one);
            }
            return new ChainCheck(rows, journal, List.of(), Clock.system(HERE))
                    .now()
                    .faults();
        });
    }

    /** In a transaction that is undone. */
    private List<Fault> in(java.util.function.Supplier<List<Fault>> damage) {
        return java.util.Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            return damage.get();
        }));
    }

    private AccessJournal journal(Clock clock) {
        return new AccessJournal(rows, new TransactionTemplate(transactions), clock, new SimpleMeterRegistry());
    }

    private static Clock at(LocalDate day, int hour) {
        return Clock.fixed(
                LocalDateTime.of(day, java.time.LocalTime.of(hour, 30))
                        .atZone(HERE)
                        .toInstant(),
                HERE);
    }

    private Look look(String actor, String role, int status, SampleCase one, int others) {
        return new Look(
                new Look.Who(actor, role, OWN, "test", "0123456789abcdef"),
                "getCase",
                "GET /api/v1/cases/{caseId}",
                "casework",
                status,
                others,
                List.of(one.caseId.value()),
                List.of(citizen(one)));
    }

    private Look list(String actor, List<SampleCase> cases) {
        return new Look(
                new Look.Who(actor, "CASEWORKER", OWN, "test", "0123456789abcdef"),
                "listCases",
                "GET /api/v1/cases",
                "casework",
                200,
                cases.size(),
                cases.stream().map(one -> one.caseId.value()).toList(),
                cases.stream().map(this::citizen).toList());
    }

    private UUID citizen(SampleCase one) {
        return ((CaseOpened) one.events().get(0)).citizenId().value();
    }

    private Entry last() {
        return rows.after(rows.end().position() - 1, 1).get(0);
    }

    private static String address(SampleCase one) {
        return "/api/v1/cases/" + one.caseId.value();
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private static String cpr() {
        return "730112%04d".formatted(count);
    }

    private SampleCase newCase(String unit) {
        return newCase(unit, true);
    }

    private SampleCase newCase(String unit, boolean published) {
        count++;
        SampleCase made = new SampleCase(vault, cpr(), unit, "2025-%07d".formatted(count));
        if (published) {
            List<CaseEvent> facts = made.events();
            events.publish(IntStream.range(0, facts.size())
                    .mapToObj(i -> new GenericDomainEventMessage<>(
                            "CaseFile", made.caseId.toString(), (long) i, facts.get(i), Map.of("actor", "anna")))
                    .toList());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> projections.lags().stream().allMatch(lag -> lag.caughtUp() && lag.events() == 0));
        }
        return made;
    }

    @TestConfiguration
    static class WithStreams {

        @Bean
        Streams streams(Looked looked, AccessRows rows) {
            return new Streams(looked, rows);
        }
    }

    /** Answers as a replay does, piece by piece from another thread. */
    @RestController
    static class Streams {

        static volatile long recordedAfterTheFirst;

        private final Looked looked;
        private final AccessRows rows;

        Streams(Looked looked, AccessRows rows) {
            this.looked = looked;
            this.rows = rows;
        }

        @Auditing
        @GetMapping("/api/v1/test/{caseId}/stream")
        ResponseEntity<StreamingResponseBody> stream(@PathVariable UUID caseId, @RequestParam int bytes) {
            looked.forCase(new dk.effektspor.shared.casefile.CaseId(caseId));
            return ResponseEntity.ok(out -> {
                for (int i = 0; i < bytes; i++) {
                    out.write('x');
                    // Long after the container's buffer is full, so that bytes have left.
                    if (i == 50_000) {
                        recordedAfterTheFirst = rows.end().position();
                    }
                }
            });
        }
    }
}
