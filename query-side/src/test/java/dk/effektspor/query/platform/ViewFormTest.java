package dk.effektspor.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import dk.effektspor.shared.casefile.CaseId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Two releases at work on one database of views, of which the newer writes its documents in another form. */
class ViewFormTest {

    private static final int HELD = 40;

    private final InMemoryEventStorageEngine events = new InMemoryEventStorageEngine();
    private final EmbeddedMongo mongo = new EmbeddedMongo();
    private final List<ReadSide> started = new ArrayList<>();
    private static volatile Duration ahead = Duration.ZERO;

    @AfterEach
    void close() {
        started.forEach(ReadSide::close);
        mongo.close();
        ahead = Duration.ZERO;
    }

    @Test
    void each_of_two_releases_side_by_side_keeps_all_of_its_own_documents_and_touches_none_of_the_other_s() {
        List<CaseId> cases =
                List.of(CaseProjectionTest.newCase(), CaseProjectionTest.newCase(), CaseProjectionTest.newCase());
        ReadSide older = start(Older.class);
        cases.forEach(id -> older.publish(1, CaseProjectionTest.notes(id, HELD)));
        older.awaitViews();

        ReadSide newer = start(Newer.class);
        newer.awaitViews();
        assertThat(documents(newer, "told_2")).hasSize(3).allMatch(is(HELD, "new"));

        // Both go on, whichever takes in an event first.
        cases.forEach(id -> newer.publish(HELD + 1, CaseProjectionTest.notes(id, 2)));
        older.awaitViews();
        newer.awaitViews();
        assertThat(documents(older, "told_1")).hasSize(3).allMatch(is(HELD + 2, "old"));
        assertThat(documents(newer, "told_2")).hasSize(3).allMatch(is(HELD + 2, "new"));
        assertThat(older.projections().lags()).allMatch(lag -> lag.failure().isEmpty());

        // Put back, the older one goes on where it was; a later form is not for it to drop.
        stop(older);
        stop(newer);
        ahead = Duration.ofHours(1);
        ReadSide back = start(Older.class);
        back.publish(HELD + 3, CaseProjectionTest.notes(cases.get(0), 1));
        back.awaitViews();
        assertThat(documents(back, "told_1")).hasSize(3);
        assertThat(documents(back, "told_2")).hasSize(3);
    }

    @Test
    void an_earlier_form_goes_once_nobody_has_worked_on_it_for_ten_minutes_and_not_before() {
        ReadSide older = start(Older.class);
        older.publish(1, CaseProjectionTest.notes(CaseProjectionTest.newCase(), HELD));
        older.awaitViews();
        ReadSide newer = start(Newer.class);
        newer.awaitViews();
        MongoDatabase database = newer.database();
        // The very first releases gave their collections no number.
        database.getCollection("told").insertOne(new Document("_id", "first").append("version", 1L));
        database.getCollection("told_of").insertOne(new Document("_id", "another view's"));

        await().until(() -> !has(database, "told"));
        assertThat(database.listCollectionNames()).contains("told_1", "told_2", "told_of");
        stop(older);
        assertThat(database.listCollectionNames()).contains("told_1");
        ahead = Duration.ofMinutes(9);
        await().during(Duration.ofMillis(500)).until(() -> has(database, "told_1"));
        ahead = Duration.ofMinutes(11);
        await().until(() -> !has(database, "told_1"));

        assertThat(database.listCollectionNames()).contains("told_2", "told_of");
        assertThat(database.getCollection(MongoConfiguration.TOKENS).distinct("processorName", String.class))
                .contains("told_2")
                .doesNotContain("told_1");
        assertThat(newer.projections().lags()).allMatch(Lag::caughtUp);
    }

    private ReadSide start(Class<?> release) {
        ReadSide side = ReadSide.start(events, mongo.uri(), release);
        started.add(side);
        return side;
    }

    private void stop(ReadSide side) {
        side.close();
        started.remove(side);
    }

    private static boolean has(MongoDatabase database, String collection) {
        return database.listCollectionNames().into(new ArrayList<>()).contains(collection);
    }

    private static List<Document> documents(ReadSide side, String collection) {
        return side.database().getCollection(collection).find().into(new ArrayList<>());
    }

    private static Predicate<Document> is(long version, String by) {
        return document -> document.equals(new Document("_id", document.get("_id"))
                .append("version", version)
                .append(by, "seen"));
    }

    private record Told(long version) implements VersionedView {}

    @Configuration(proxyBeanMethods = false)
    static class Older {

        @Bean
        CaseProjection<?> told(MongoDatabase database) {
            return projection(database, 1, "old");
        }

        @Bean
        Clock clock() {
            return new Moved();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Newer {

        @Bean
        CaseProjection<?> told(MongoDatabase database) {
            return projection(database, 2, "new");
        }

        @Bean
        Clock clock() {
            return new Moved();
        }
    }

    private static CaseProjection<Told> projection(MongoDatabase database, int number, String by) {
        ViewForm form = new ViewForm("told", number);
        return new CaseProjection<>(
                form,
                (view, event, recorded) -> new Told(recorded.version()),
                new MongoViews<>(
                        form.of(database),
                        view -> new Document("version", view.version()).append(by, "seen"),
                        document -> {
                            assertThat(document).containsKey(by);
                            return new Told(document.getLong("version"));
                        }));
    }

    /** The clock, put forward. */
    private static final class Moved extends Clock {

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
