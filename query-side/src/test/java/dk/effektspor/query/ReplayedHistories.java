package dk.effektspor.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dk.effektspor.query.effect.facts.RandomHistories;
import dk.effektspor.query.platform.ReadSide;
import dk.effektspor.shared.CaseEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.bson.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every projection owes: one history, one set of documents, however it arrives and however often. */
public abstract class ReplayedHistories {

    private final String group;
    private final String collection;
    private final Class<?> feature;

    protected ReplayedHistories(String group, String collection, Class<?> feature) {
        this.group = group;
        this.collection = collection;
        this.feature = feature;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void one_history_gives_the_same_documents_whatever_the_batches_and_however_often(long seed) throws Exception {
        Random random = new Random(seed);
        InMemoryEventStorageEngine events = new InMemoryEventStorageEngine();
        Map<Object, Document> live;
        MongoServer mongo = new MongoServer(new MemoryBackend());
        String address = mongo.bindAndGetConnectionString() + "/elsewhere";
        try (ReadSide readSide = ReadSide.start(events, address, feature, batch(1))) {
            publish(readSide, new RandomHistories(seed).cases(), random);
            readSide.awaitViews();
            live = documents(readSide);
            // Redelivery: with the tokens gone, everything comes again.
            readSide.database().getCollection("tracking_tokens").drop();
        }
        assertThat(live).as("seed %d", seed).isNotEmpty();

        String cut = batch(2 + random.nextInt(40));
        try (ReadSide readSide =
                ReadSide.start(events, address, feature, cut, "effektspor.projections.views-in-memory=3")) {
            readSide.awaitViews();
            assertThat(documents(readSide))
                    .as("redelivered, %s, seed %d", cut, seed)
                    .isEqualTo(live);

            readSide.projections().rebuild(group);
            // Until the processor has begun again its last lag is told, so the documents themselves are awaited.
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(documents(readSide))
                            .as("rebuilt, %s, seed %d", cut, seed)
                            .isEqualTo(live));
        } finally {
            mongo.shutdownNow();
        }
    }

    private static String batch(int size) {
        return "effektspor.projections.batch-size=" + size;
    }

    private static void publish(ReadSide readSide, List<List<CaseEvent>> cases, Random random) {
        List<Integer> next = new ArrayList<>(cases.stream().map(events -> 0).toList());
        List<Integer> going = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            going.add(i);
        }
        while (!going.isEmpty()) {
            int at = random.nextInt(going.size());
            int which = going.get(at);
            List<CaseEvent> events = cases.get(which);
            int from = next.get(which);
            int until = Math.min(events.size(), from + 1 + random.nextInt(4));
            readSide.publish(from + 1, events.subList(from, until));
            next.set(which, until);
            if (until == events.size()) {
                going.remove(at);
            }
        }
    }

    private Map<Object, Document> documents(ReadSide readSide) {
        Map<Object, Document> documents = new TreeMap<>();
        readSide.database().getCollection(collection).find().forEach(d -> documents.put(d.get("_id"), d));
        return documents;
    }
}
