package dk.effektspor.query.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dk.effektspor.query.ReplayedHistories;
import dk.effektspor.query.effect.facts.RandomHistories;
import dk.effektspor.query.platform.ReadSide;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class EffectReplayTest extends ReplayedHistories {

    EffectReplayTest() {
        super("effect-view", "effect_view", EffectConfiguration.class);
    }

    @Test
    void documents_of_an_earlier_form_are_built_again_at_the_start() {
        InMemoryEventStorageEngine events = new InMemoryEventStorageEngine();
        MongoServer mongo = new MongoServer(new MemoryBackend());
        String address = mongo.bindAndGetConnectionString() + "/elsewhere";
        long cases;
        try (ReadSide readSide = ReadSide.start(events, address, EffectConfiguration.class)) {
            new RandomHistories(3).cases().forEach(history -> readSide.publish(1, history));
            readSide.awaitViews();
            MongoCollection<Document> view = readSide.database().getCollection("effect_view");
            cases = view.countDocuments();
            Document earlier = view.find().first();
            assertThat(earlier).isNotNull();
            view.replaceOne(
                    new Document("_id", earlier.get("_id")),
                    new Document("version", earlier.get("version")).append("history", "{}"));
        }
        try (ReadSide readSide = ReadSide.start(events, address, EffectConfiguration.class)) {
            MongoCollection<Document> view = readSide.database().getCollection("effect_view");
            await().untilAsserted(() -> {
                assertThat(view.countDocuments(new Document("format", 3))).isEqualTo(cases);
                assertThat(view.countDocuments()).isEqualTo(cases);
            });
        } finally {
            mongo.shutdownNow();
        }
    }
}
