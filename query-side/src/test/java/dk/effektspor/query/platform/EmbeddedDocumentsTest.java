package dk.effektspor.query.platform;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOptions;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddedDocumentsTest {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final EmbeddedMongo server = new EmbeddedMongo();
    private final MongoClient client = MongoClients.create(server.uri());
    private final MongoCollection<Document> documents =
            client.getDatabase("views").getCollection("any");

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void a_replaced_document_is_found_by_its_id_and_no_other_is() {
        for (Object id : new Object[] {"text", 7, new Document("of", "parts")}) {
            documents.replaceOne(eq("_id", id), new Document("value", 1).append("gone", true), UPSERT);
            documents.replaceOne(eq("_id", id), new Document("value", 2), UPSERT);
            assertThat(documents.find(eq("_id", id))).containsExactly(new Document("_id", id).append("value", 2));
        }
        assertThat(documents.countDocuments()).isEqualTo(3);
        assertThat(documents.find(eq("_id", "other"))).isEmpty();
    }

    @Test
    void an_id_is_there_once_until_its_document_is_deleted() {
        documents.insertOne(new Document("_id", "text"));
        assertThatExceptionOfType(MongoWriteException.class)
                .isThrownBy(() -> documents.insertOne(new Document("_id", "text")));
        documents.deleteOne(eq("_id", "text"));
        documents.insertOne(new Document("_id", "text").append("value", 3));
        assertThat(documents.find(eq("_id", "text"))).containsExactly(new Document("_id", "text").append("value", 3));
    }

    /** A reader who found one half of it new and the other old would show what never was. */
    @Test
    void a_document_is_read_as_one_of_its_replacements() throws Exception {
        documents.createIndex(Indexes.ascending("first"));
        documents.replaceOne(eq("_id", "text"), halves(0), UPSERT);
        AtomicBoolean done = new AtomicBoolean();
        Future<Long> replaced = CompletableFuture.supplyAsync(() -> {
            long turn = 0;
            while (!done.get()) {
                documents.replaceOne(eq("_id", "text"), halves(++turn), UPSERT);
            }
            return turn;
        });
        try {
            for (int i = 0; i < 5_000; i++) {
                Document read =
                        Objects.requireNonNull(documents.find(eq("_id", "text")).first());
                assertThat(read).isEqualTo(halves(read.getLong("first")).append("_id", "text"));
            }
        } finally {
            done.set(true);
        }
        assertThat(replaced.get(30, TimeUnit.SECONDS)).isPositive();
    }

    /** Half of its fields have other names each time. */
    private static Document halves(long turn) {
        Document document = new Document("first", turn);
        for (int i = 0; i < 100; i++) {
            document.append("field" + i, turn).append((turn % 2 == 0 ? "even" : "odd") + i, turn);
        }
        return document;
    }
}
