package dk.effektspor.query.effect.facts;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import dk.effektspor.query.platform.MongoViews;
import dk.effektspor.query.platform.ViewStore;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.types.Binary;
import tools.jackson.databind.json.JsonMapper;

/** One document per case: its folded history, and the facts derived from it for the questions to read. */
public final class EffectFactStore {

    private static final String FACTS = "facts";
    private static final String HISTORY = "history";

    private final MongoCollection<Document> collection;
    private final JsonMapper json = JsonMapper.builder().build();

    public EffectFactStore(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    public ViewStore<EffectCase> views() {
        return new MongoViews<>(collection, this::document, this::history);
    }

    /** The facts of every case. */
    public List<EffectFacts> all() {
        List<EffectFacts> all = new ArrayList<>();
        collection
                .find()
                .projection(Projections.include(FACTS))
                .batchSize(5_000)
                .forEach(d -> all.add(FactCodec.decode(bytes(d, FACTS))));
        return all;
    }

    private Document document(EffectCase effectCase) {
        return new Document("version", effectCase.version())
                .append(HISTORY, new Binary(json.writeValueAsBytes(effectCase)))
                .append(FACTS, new Binary(FactCodec.encode(EffectFacts.of(effectCase))));
    }

    private EffectCase history(Document document) {
        return json.readValue(bytes(document, HISTORY), EffectCase.class);
    }

    private static byte[] bytes(Document document, String field) {
        return document.get(field, Binary.class).getData();
    }
}
