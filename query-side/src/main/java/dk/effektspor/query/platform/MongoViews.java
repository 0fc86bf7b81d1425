package dk.effektspor.query.platform;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bson.Document;
import org.bson.conversions.Bson;

/**
 * Views as documents of one collection.
 *
 * @param <V> the view
 */
public final class MongoViews<V> implements ViewStore<V> {

    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);
    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);

    private final MongoCollection<Document> collection;
    private final Function<V, Document> write;
    private final Function<Document, V> read;
    private final List<Bson> indexes;

    /** The documents' {@code _id} is set here; {@code write} gives the rest. */
    public MongoViews(MongoCollection<Document> collection, Function<V, Document> write, Function<Document, V> read) {
        this(collection, write, read, List.of());
    }

    /** Views that are looked for by more than their id. */
    public MongoViews(
            MongoCollection<Document> collection,
            Function<V, Document> write,
            Function<Document, V> read,
            List<Bson> indexes) {
        this.collection = collection;
        this.write = write;
        this.read = read;
        this.indexes = List.copyOf(indexes);
    }

    @Override
    public void prepare() {
        indexes.forEach(collection::createIndex);
    }

    @Override
    public Map<String, V> load(Set<String> ids) {
        Map<String, V> found = new HashMap<>();
        collection.find(in("_id", ids)).forEach(d -> found.put(d.getString("_id"), read.apply(d)));
        return found;
    }

    @Override
    public void save(Map<String, V> views) {
        List<ReplaceOneModel<Document>> replacements = views.entrySet().stream()
                .map(view -> new ReplaceOneModel<>(eq("_id", view.getKey()), document(view), UPSERT))
                .toList();
        collection.bulkWrite(replacements, UNORDERED);
    }

    @Override
    public void clear() {
        collection.deleteMany(new Document());
    }

    private Document document(Map.Entry<String, V> view) {
        return write.apply(view.getValue()).append("_id", view.getKey());
    }
}
