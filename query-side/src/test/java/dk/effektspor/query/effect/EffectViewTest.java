package dk.effektspor.query.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dk.effektspor.platform.security.Actor;
import dk.effektspor.platform.security.Role;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.effect.facts.EffectCase;
import dk.effektspor.query.effect.facts.EffectFactStore;
import dk.effektspor.query.effect.facts.EffectFacts;
import dk.effektspor.query.effect.facts.RandomHistories;
import dk.effektspor.query.effect.reference.References;
import dk.effektspor.query.platform.ReadSide;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.catalogue.CatalogueLoader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** The effect view through the bus and MongoDB, and what it answers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EffectViewTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2014-01-01T10:00:00Z"), ZoneOffset.UTC);

    private final List<List<CaseEvent>> cases = new RandomHistories(11).cases();
    private final MongoServer mongo = new MongoServer(new MemoryBackend());
    private final ReadSide readSide = ReadSide.start(
            new InMemoryEventStorageEngine(),
            mongo.bindAndGetConnectionString() + "/effektspor",
            EffectConfiguration.class);
    private final EffectFactStore store = readSide.bean(EffectFactStore.class);
    private final MockMvc http = http(Role.ANALYST);
    private final MockMvc auditor = http(Role.AUDITOR);

    @BeforeAll
    void feed() {
        cases.forEach(events -> readSide.publish(1, events));
        readSide.awaitViews();
    }

    @AfterAll
    void close() {
        readSide.close();
        mongo.shutdownNow();
    }

    private MockMvc http(Role role) {
        Catalogue catalogue = CatalogueLoader.fromClassPath();
        EffectSettings settings = readSide.bean(EffectSettings.class);
        References references = readSide.bean(References.class);
        ClocksOfRequest clocks = new ClocksOfRequest(() -> new Actor("rie", role, null, Set.of()), CLOCK);
        return MockMvcBuilders.standaloneSetup(
                        new ChangeController(store, catalogue, settings, clocks),
                        new StepController(store, catalogue, settings, references, clocks),
                        new BreakdownController(store, catalogue, settings, references, clocks),
                        new ReferenceController(references),
                        new EffectIndexController())
                .build();
    }

    @Test
    void the_stored_facts_are_those_of_the_events() {
        assertThat(new HashSet<>(store.all())).isEqualTo(expected());
    }

    @Test
    void a_rebuild_gives_the_same_facts() throws Exception {
        readSide.projections().rebuild("effect-view");
        readSide.awaitViews();

        await().untilAsserted(() -> assertThat(new HashSet<>(store.all())).isEqualTo(expected()));
    }

    @Test
    void change_is_answered_with_its_definition_and_what_it_rests_on() throws Exception {
        http.perform(get("/api/v1/effects/change?by=targetGroup&from=2011-01-01&to=2013-12-31"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.definition.protection.suppressedUnder").value(5))
                .andExpect(jsonPath("$.definition.from").value("2011-01-01"))
                .andExpect(jsonPath("$.definition.change.da")
                        .value("fra den første scoring i sagen til den seneste i perioden"))
                .andExpect(jsonPath("$.basis.cases").value(cases.size()))
                .andExpect(jsonPath("$.basis.events")
                        .value(cases.stream().mapToInt(List::size).sum()))
                .andExpect(jsonPath("$.rows[0].dimension").value(1))
                .andExpect(jsonPath("$.rows[0].total.n").isNumber())
                .andExpect(jsonPath("$.rows[0].groups[0].suppressed").isBoolean());
    }

    @Test
    void the_index_lists_every_view_with_its_definition() throws Exception {
        http.perform(get("/api/v1/effects"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(5))
                .andExpect(jsonPath("$[0].view").value("change"))
                .andExpect(jsonPath("$[*].definition.da").isNotEmpty());
        for (EffectView view : EffectView.ALL) {
            http.perform(get(view.href())).andExpect(status().isOk());
        }
    }

    @Test
    void the_same_answer_has_the_same_tag_and_is_not_sent_again() throws Exception {
        String question = "/api/v1/effects/change?by=unit&quarter=2012K3";
        String tag = String.valueOf(
                http.perform(get(question)).andReturn().getResponse().getHeader("ETag"));

        http.perform(get(question).header("If-None-Match", tag)).andExpect(status().isNotModified());
        http.perform(get(question + "&measure=interval").header("If-None-Match", tag))
                .andExpect(status().isOk());
    }

    @Test
    void what_is_asked_for_alone_is_told_in_the_definition() throws Exception {
        String unit = CatalogueLoader.fromClassPath().units().all().get(0).code();

        http.perform(get("/api/v1/effects/change?unit=" + unit))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.definition.only.unit").value(unit))
                .andExpect(jsonPath("$.rows").isEmpty());
        assertRefused("change?tilbud=nowhere", "effect.unknown-code");
    }

    @Test
    void no_answer_names_a_case_or_a_citizen() throws Exception {
        for (String question : List.of(
                "change?by=unit",
                "change?by=programme",
                "change?by=step",
                "change?by=tilbud",
                "steps",
                "step-matrix",
                "breakdowns?year=2012",
                "references")) {
            String answer = http.perform(get("/api/v1/effects/" + question))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            for (List<CaseEvent> events : cases) {
                CaseOpened opened = (CaseOpened) events.get(0);
                assertThat(answer)
                        .doesNotContain(opened.caseId().toString())
                        .doesNotContain(opened.citizenId().toString())
                        .doesNotContain(opened.caseNumber().value());
            }
        }
    }

    @Test
    void steps_and_breakdowns_stand_beside_published_figures() throws Exception {
        http.perform(get("/api/v1/effects/steps?from=2012-01-01&to=2012-12-31"))
                .andExpect(jsonPath("$.quarters.length()").value(4))
                .andExpect(jsonPath("$.quarters[2].quarter").value("2012K3"))
                .andExpect(jsonPath("$.references[?(@.series == 'kbh-foster-share')]")
                        .exists());
        http.perform(get("/api/v1/effects/breakdowns?year=2012"))
                .andExpect(
                        jsonPath("$.references[?(@.series == 'dk-sammenbrud')]").exists());
        http.perform(get("/api/v1/effects/step-matrix?from=2011-01-01&to=2013-12-31"))
                .andExpect(jsonPath("$.kinds.length()").value(5))
                .andExpect(jsonPath("$.kinds[3].name.da").value("supplering"));
    }

    @Test
    void an_auditor_is_answered_as_of_any_two_dates_and_told_which() throws Exception {
        String question = "/api/v1/effects/change?by=targetGroup&validAt=2012-06-30";
        String recorded = "&knownAt=" + Instant.now().plusSeconds(60);
        String tag = String.valueOf(auditor.perform(get(question + recorded))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.definition.to").value("2012-06-30"))
                .andExpect(jsonPath("$.definition.from").value("2011-07-01"))
                .andExpect(jsonPath("$.definition.asOf.validAt").value("2012-06-30"))
                .andExpect(jsonPath("$.definition.asOf.knownAt").exists())
                .andExpect(jsonPath("$.basis.cases").value(cases.size()))
                .andReturn()
                .getResponse()
                .getHeader("ETag"));
        auditor.perform(get(question).header("If-None-Match", tag)).andExpect(status().isOk());
        auditor.perform(get("/api/v1/effects/steps?knownAt=2013-12-31"))
                .andExpect(jsonPath("$.definition.to").value("2013-12-31"))
                .andExpect(jsonPath("$.basis.cases").value(0))
                .andExpect(jsonPath("$.quarters[0].total.n").value(0));
        auditor.perform(get("/api/v1/effects/breakdowns?validAt=2012-12-31"))
                .andExpect(jsonPath("$.definition.year").value(2012))
                .andExpect(jsonPath("$.definition.asOf.knownAt").doesNotExist());
        auditor.perform(get("/api/v1/effects/step-matrix?validAt=2012-12-31")).andExpect(status().isOk());
    }

    @Test
    void whoever_sees_figures_only_gets_a_closed_period_as_it_was_known_when_it_was_closed() throws Exception {
        http.perform(get("/api/v1/effects/change?quarter=2012K3&knownAt=2013-11-01"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.definition.asOf.validAt").value("2012-09-30"))
                .andExpect(jsonPath("$.definition.asOf.knownAt").value("2012-12-31T22:59:59.999Z"));
        http.perform(get("/api/v1/effects/steps?from=2012-01-01&to=2012-12-30&knownAt=2013-11-01"))
                .andExpect(jsonPath("$.quarters.length()").value(1))
                .andExpect(jsonPath("$.quarters[0].on").value("2012-09-30"));
        assertRefused("change?quarter=2012K3&knownAt=2012-12-30", "effect.not-closed");
        assertRefused("breakdowns?year=2013&knownAt=2014-06-30", "effect.not-closed");
        assertRefused("change?quarter=2012K3&validAt=2012-06-30", "effect.impossible-period");
    }

    @Test
    void an_impossible_question_is_named_as_such() {
        assertRefused("change?knownAt=yesterday", "effect.unreadable-instant");
        assertRefused("change?by=shoeSize", "effect.unknown-choice");
        assertRefused("change?from=2013-01-01&to=2012-01-01", "effect.impossible-period");
        assertRefused("change?quarter=2012Q3", "effect.unreadable-quarter");
        assertRefused("breakdowns?year=3000", "effect.impossible-year");
    }

    private void assertRefused(String question, String code) {
        // Without the error advice, which belongs to the application, the problem itself comes through.
        Throwable refusal = catchThrowable(() -> http.perform(get("/api/v1/effects/" + question)));
        assertThat(refusal.getCause())
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.code()).isEqualTo(code));
    }

    private Set<EffectFacts> expected() {
        return cases.stream()
                .map(events -> {
                    EffectCase folded = EffectCase.NEW;
                    for (int i = 0; i < events.size(); i++) {
                        folded = folded.apply(events.get(i), i + 1);
                    }
                    return EffectFacts.of(folded);
                })
                .collect(Collectors.toSet());
    }
}
