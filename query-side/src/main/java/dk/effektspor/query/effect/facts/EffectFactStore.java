package dk.effektspor.query.effect.facts;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import dk.effektspor.query.platform.MongoViews;
import dk.effektspor.query.platform.ViewStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * One document per case: its folded history, and the facts derived from it for the questions to read. Facts once decoded
 * are kept in memory, since a case at one version has one set of facts.
 */
public final class EffectFactStore {

    private static final String FACTS = "facts";
    private static final String HISTORY = "history";
    private static final String VERSION = "version";
    private static final String ID = "_id";
    private static final int BATCH = 5_000;

    private final MongoCollection<Document> collection;
    private final JsonMapper json = JsonMapper.builder().build();

    private final Map<String, EffectFacts> decoded = new HashMap<>();
    private List<EffectFacts> all = List.of();

    public EffectFactStore(MongoCollection<Document> collection) {
        this.collection = collection;
    }

    public ViewStore<EffectCase> views() {
        return new MongoViews<>(collection, this::document, this::history);
    }

    /** The facts of every case; only those of cases changed since the last question are read and decoded. */
    public synchronized List<EffectFacts> all() {
        Map<String, Long> versions = versions();
        List<String> changed = versions.entrySet().stream()
                .filter(e -> !e.getValue().equals(version(e.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        boolean forgotten = decoded.keySet().retainAll(versions.keySet());
        if (!changed.isEmpty()) {
            read(changed, versions.size());
        }
        if (forgotten || !changed.isEmpty()) {
            all = List.copyOf(decoded.values());
        }
        return all;
    }

    private Map<String, Long> versions() {
        Map<String, Long> versions = new HashMap<>();
        collection
                .find()
                .projection(Projections.include(VERSION))
                .batchSize(BATCH)
                .forEach(d -> versions.put(d.getString(ID), d.getLong(VERSION)));
        return versions;
    }

    private @Nullable Long version(String id) {
        EffectFacts known = decoded.get(id);
        return known == null ? null : Long.valueOf(known.version());
    }

    private void read(List<String> changed, int of) {
        Bson which = 2 * changed.size() > of ? new Document() : Filters.in(ID, changed);
        collection
                .find(which)
                .projection(Projections.include(FACTS))
                .batchSize(BATCH)
                .forEach(d -> decoded.put(d.getString(ID), FactCodec.decode(bytes(d, FACTS))));
    }

    private Document document(EffectCase effectCase) {
        return new Document(VERSION, effectCase.version())
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
