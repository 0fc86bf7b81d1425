package dk.effektspor.query.platform;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
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
}
