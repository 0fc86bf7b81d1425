package dk.effektspor.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.EventSamples;
import dk.effektspor.shared.EventTrace;
import dk.effektspor.shared.casefile.CaseFileEvent.NoteAdded;
import dk.effektspor.shared.casefile.CaseId;
import dk.effektspor.shared.casefile.NoteId;
import dk.effektspor.shared.ledger.LedgerEvent;
import dk.effektspor.shared.privacy.SealedText;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class CaseProjectionTest {

    private static final ViewForm FORM = new ViewForm("seen", 1);
    private static final String POISON = "1.poison";

    private final InMemoryEventStorageEngine events = new InMemoryEventStorageEngine();
    private final EmbeddedMongo mongo = new EmbeddedMongo();
    private ReadSide readSide = start();

    @AfterEach
    void close() {
        readSide.close();
        mongo.close();
    }

    @Test
    void every_event_reaches_its_case_s_document_once() {
        CaseId one = newCase();
        CaseId other = newCase();

        readSide.publish(1, notes(one, 700));
        readSide.publish(1, notes(other, 3));
        readSide.publish(701, notes(one, 5));
        readSide.awaitViews();

        assertThat(seen(one).events()).isEqualTo(versions(705));
        assertThat(seen(other).events()).isEqualTo(versions(3));
    }

    @Test
    void a_fact_of_no_case_is_passed_over_without_stopping() {
        CaseId caseId = newCase();
        readSide.publish(1, notes(caseId, 2));
        readSide.bean(EventStore.class)
                .publish(new GenericDomainEventMessage<>(
                        "Ledger",
                        LedgerEvent.STREAM,
                        0,
                        EventSamples.besideTheCases().get(0)));
        readSide.publish(3, notes(caseId, 1));
        readSide.awaitViews();

        assertThat(seen(caseId).events()).isEqualTo(versions(3));
    }

    @Test
    void a_restart_goes_on_from_the_stored_token() {
        CaseId caseId = newCase();
        readSide.publish(1, notes(caseId, 10));
        readSide.awaitViews();

        restart();
        Fold.APPLIED.clear();
        readSide.publish(11, notes(caseId, 2));
        readSide.awaitViews();

        assertThat(seen(caseId).events()).isEqualTo(versions(12));
        assertThat(Fold.APPLIED).containsExactly(11L, 12L);
    }

    @Test
    void events_delivered_again_change_nothing() {
        CaseId caseId = newCase();
        readSide.publish(1, notes(caseId, 10));
        readSide.awaitViews();
        Document before = document(caseId);

        readSide.close();
        inDatabase(database -> database.getCollection("tracking_tokens").drop());
        readSide = start();
        readSide.awaitViews();

        assertThat(document(caseId)).isEqualTo(before);
    }

    @Test
    void a_rebuild_forgets_the_views_and_gives_the_same_ones() throws Exception {
        CaseId caseId = newCase();
        readSide.publish(1, notes(caseId, 10));
        readSide.awaitViews();
        Document before = document(caseId);
        readSide.database()
                .getCollection(FORM.collection())
                .insertOne(new Document("_id", "astray").append("version", 1L));

        readSide.projections().rebuild("seen");
        await().untilAsserted(() -> assertThat(document(caseId)).isEqualTo(before));

        assertThat(readSide.database().getCollection(FORM.collection()).countDocuments())
                .isEqualTo(1);
    }

    @Test
    void while_it_is_rebuilt_a_projection_tells_that_it_is_and_how_many_events_are_left() throws Exception {
        readSide.publish(1, notes(newCase(), 10));
        readSide.awaitViews();
        assertThat(gauge("effektspor.projection.replaying")).isZero();
        assertThat(gauge("effektspor.projection.replay.left")).isZero();

        Fold.GATE.acquire();
        try {
            readSide.projections().rebuild("seen");

            assertThat(gauge("effektspor.projection.replaying")).isEqualTo(1);
            assertThat(gauge("effektspor.projection.replay.left")).isEqualTo(10);
        } finally {
            Fold.GATE.release();
        }
        readSide.awaitViews();
        assertThat(gauge("effektspor.projection.replaying")).isZero();
        assertThat(gauge("effektspor.projection.replay.left")).isZero();
    }

    @Test
    void a_projection_that_has_taken_in_nothing_yet_is_rebuilt_to_nothing_and_goes_on() throws Exception {
        readSide.awaitViews();

        readSide.projections().rebuild("seen");

        CaseId caseId = newCase();
        readSide.publish(1, notes(caseId, 2));
        readSide.awaitViews();
        assertThat(seen(caseId).events()).isEqualTo(versions(2));
    }

    @Test
    void a_restart_in_the_middle_of_a_rebuild_can_read_its_token() {
        TokenStore tokens = readSide.bean(TokenStore.class);
        TrackingToken replay =
                ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(9), new GlobalSequenceTrackingToken(4));
        tokens.initializeTokenSegments("other", 1, replay);

        assertThat(tokens.fetchToken("other", 0)).isEqualTo(replay);
    }

    @Test
    void an_event_that_cannot_be_applied_stops_the_projection_for_all_to_see() {
        CaseId caseId = newCase();
        readSide.publish(1, notes(caseId, 2));
        readSide.awaitViews();

        readSide.publish(3, List.of(note(caseId, POISON), note(caseId, "1.after")));

        await().untilAsserted(
                        () -> assertThat(readSide.processor("seen").isRunning()).isFalse());
        Health health = readSide.bean(ProjectionHealth.class).health();
        assertThat(health.getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.getDetails().toString()).contains("seen").contains("stopped at position 2");
        assertThat(seen(caseId).version()).isEqualTo(2);
        assertThat(gauge("effektspor.projection.failed")).isEqualTo(1);

        // Writing goes on without the view.
        readSide.publish(5, notes(caseId, 1));
        assertThat(readSide.bean(EventStore.class).lastSequenceNumberFor(caseId.toString()))
                .contains(4L);
    }

    @Test
    void the_line_that_tells_of_the_stop_carries_the_id_of_the_request_that_led_to_the_event() {
        Logger logger = (Logger) LoggerFactory.getLogger(Stops.class);
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.addAppender(lines);
        CaseId caseId = newCase();
        readSide.publish(1, notes(caseId, 2));

        readSide.bean(EventStore.class)
                .publish(new GenericDomainEventMessage<>(
                        "CaseFile",
                        caseId.toString(),
                        2,
                        note(caseId, POISON),
                        Map.of(EventTrace.CORRELATION, "request-of-the-poison")));

        await().untilAsserted(() -> assertThat(lines.list).anySatisfy(line -> {
            assertThat(line.getFormattedMessage()).contains("Projection seen stopped at position 2");
            assertThat(line.getMDCPropertyMap()).containsEntry(EventTrace.CORRELATION, "request-of-the-poison");
        }));
        logger.detachAppender(lines);
    }

    @Test
    void a_server_with_an_address_is_used_instead_of_the_embedded_one() {
        CaseId caseId = newCase();
        readSide.publish(1, notes(caseId, 1));
        readSide.awaitViews();

        inDatabase(database -> assertThat(database.getCollection(FORM.collection())
                        .find(new Document("_id", caseId.toString()))
                        .first())
                .isNotNull());
        assertThatThrownBy(() -> readSide.bean(EmbeddedMongo.class)).isInstanceOf(NoSuchBeanDefinitionException.class);
    }

    @Test
    void a_projection_in_several_parts_is_refused() {
        assertThatThrownBy(() -> new ProjectionSettings(
                        1000, 6000, 2, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1)))
                .hasMessage("effektspor.projections.segments must be 1, not 2");
    }

    @Test
    void a_stopped_projection_is_still_stopped_after_a_restart() {
        CaseId caseId = newCase();
        readSide.publish(1, List.of(note(caseId, POISON), note(caseId, "1.after")));
        await().until(() -> !readSide.processor("seen").isRunning());

        restart();

        await().untilAsserted(() -> assertThat(
                        readSide.bean(ProjectionHealth.class).health().getStatus())
                .isEqualTo(Status.DOWN));
        assertThat(document(caseId)).isNull();
    }

    @Test
    void a_missing_event_stops_the_projection() {
        CaseId caseId = newCase();
        readSide.publish(1, notes(caseId, 2));
        readSide.publish(4, notes(caseId, 1));

        await().untilAsserted(() -> assertThat(readSide.bean(ProjectionHealth.class)
                        .health()
                        .getDetails()
                        .toString())
                .contains("is at version 2, but version 4 came next"));
    }

    @Test
    void what_is_not_an_event_of_a_case_stops_the_projection() {
        events.appendEvents(GenericEventMessage.asEventMessage("something else"));

        await().untilAsserted(() -> assertThat(
                        readSide.bean(ProjectionHealth.class).health().getStatus())
                .isEqualTo(Status.DOWN));
    }

    @Test
    void lag_is_told_in_events_and_seconds() throws Exception {
        CaseId caseId = newCase();
        readSide.publish(1, notes(caseId, 2));
        readSide.awaitViews();
        assertThat(gauge("effektspor.projection.lag.events")).isZero();

        readSide.processor("seen").shutdownAsync().get();
        readSide.publish(3, notes(caseId, 4));

        await().untilAsserted(() -> {
            assertThat(gauge("effektspor.projection.lag.events")).isEqualTo(4);
            assertThat(gauge("effektspor.projection.lag.seconds")).isPositive();
        });
    }

    private double gauge(String name) {
        return readSide.bean(MeterRegistry.class).get(name).gauge().value();
    }

    private ReadSide start() {
        return ReadSide.start(events, mongo.uri(), Feature.class);
    }

    private void restart() {
        readSide.close();
        readSide = start();
    }

    private void inDatabase(Consumer<MongoDatabase> use) {
        try (MongoClient client = MongoClients.create(mongo.uri())) {
            use.accept(client.getDatabase("effektspor"));
        }
    }

    private Seen seen(CaseId caseId) {
        Document document = document(caseId);
        assertThat(document).isNotNull();
        return Seen.read(document);
    }

    private Document document(CaseId caseId) {
        return readSide.database()
                .getCollection(FORM.collection())
                .find(new Document("_id", caseId.toString()))
                .first();
    }

    private static List<Long> versions(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> (long) i).toList();
    }

    static CaseId newCase() {
        return new CaseId(UUID.randomUUID());
    }

    static List<NoteAdded> notes(CaseId caseId, int count) {
        return IntStream.range(0, count).mapToObj(i -> note(caseId, "1.note")).toList();
    }

    private static NoteAdded note(CaseId caseId, String text) {
        return new NoteAdded(caseId, new NoteId(UUID.randomUUID()), new SealedText(text), LocalDate.of(2026, 1, 2));
    }

    record Seen(long version, List<Long> events) implements VersionedView {

        Document document() {
            return new Document("version", version).append("events", events);
        }

        static Seen read(Document document) {
            return new Seen(document.getLong("version"), document.getList("events", Long.class));
        }
    }

    static final class Fold implements CaseFold<Seen> {

        static final List<Long> APPLIED = new CopyOnWriteArrayList<>();
        /** Whoever takes it holds the fold up. */
        static final Semaphore GATE = new Semaphore(1);

        @Override
        public Seen apply(@Nullable Seen view, CaseEvent event, Recorded recorded) {
            if (event instanceof NoteAdded note && note.text().ciphertext().equals(POISON)) {
                throw new IllegalStateException("cannot digest this");
            }
            GATE.acquireUninterruptibly();
            GATE.release();
            APPLIED.add(recorded.version());
            List<Long> events = view == null ? new ArrayList<>() : new ArrayList<>(view.events());
            events.add(recorded.version());
            return new Seen(recorded.version(), events);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Feature {

        @Bean
        CaseProjection<Seen> seenProjection(MongoDatabase database) {
            return new CaseProjection<>(
                    FORM, new Fold(), new MongoViews<>(FORM.of(database), Seen::document, Seen::read));
        }
    }
}
