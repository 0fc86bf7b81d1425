package dk.effektspor.query.effect.facts;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import dk.effektspor.query.platform.MongoViews;
import dk.effektspor.query.platform.ViewForm;
import dk.effektspor.query.platform.ViewStore;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bson.BsonBinary;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * One document per case: the log of what it tells about effects, and the facts derived from it as it stands, for the
 * questions to read. Facts once decoded are kept in memory, since a case at one version has one set of facts; so are
 * the logs, packed, once somebody has asked about the past.
 */
public final class EffectFactStore {

    public static final ViewForm FORM = new ViewForm("effect-view", 3);

    private static final String FACTS = "facts";
    private static final String LOG = "log";
    private static final String VERSION = "version";
    private static final String ID = "_id";
    private static final int BATCH = 5_000;

    private final MongoCollection<Document> collection;
    private final KeptLogs kept;

    private final Map<String, EffectFacts> decoded = new HashMap<>();
    private List<EffectFacts> all = List.of();

    /** @param keptBytes how much of the logs, packed, may be kept in memory; the rest is read for each question */
    public EffectFactStore(MongoCollection<Document> collection, long keptBytes) {
        this.collection = collection;
        this.kept = new KeptLogs(keptBytes);
    }

    public ViewStore<EffectLog> views() {
        return new MongoViews<>(collection, EffectFactStore::document, EffectFactStore::log);
    }

    /** The facts of every case; only those of cases changed since the last question are read and decoded. */
    public synchronized List<EffectFacts> all() {
        return all(versions());
    }

    private List<EffectFacts> all(Map<String, Long> versions) {
        List<String> changed = versions.entrySet().stream()
                .filter(e -> !e.getValue().equals(version(e.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        boolean forgotten = decoded.keySet().retainAll(versions.keySet());
        if (!changed.isEmpty()) {
            read(changed, versions.size(), FACTS, d -> decoded.put(d.getString(ID), FactCodec.decode(bytes(d, FACTS))));
        }
        if (forgotten || !changed.isEmpty()) {
            all = List.copyOf(decoded.values());
        }
        return all;
    }

    /** The facts of every case that was known, as of two dates; those of each case are derived from its log. */
    public Snapshot all(AsOf asOf) {
        return all(List.of(asOf)).get(0);
    }

    /** The same for several pairs of dates at once, all of the view as it is at one moment. */
    public List<Snapshot> all(List<AsOf> dates) {
        if (dates.stream().allMatch(AsOf::isPresent)) {
            return Collections.nCopies(dates.size(), Snapshot.of(all()));
        }
        return PastFacts.of(logs(), dates);
    }

    /** What has changed between the two is read once more by the next question. */
    private synchronized Collection<CaseLog> logs() {
        Map<String, Long> versions = versions();
        all(versions);
        Map<String, PackedLog> logs = kept.at(versions);
        List<String> missing =
                versions.keySet().stream().filter(id -> !logs.containsKey(id)).toList();
        if (!missing.isEmpty()) {
            read(missing, versions.size(), LOG, d -> logs.put(d.getString(ID), PackedLog.of(bytes(d, LOG))));
        }
        kept.keep(logs, missing);
        return logs.entrySet().stream()
                .map(log -> new CaseLog(log.getValue(), decoded.get(log.getKey())))
                .toList();
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

    private void read(List<String> which, int of, String field, Consumer<Document> taken) {
        Bson filter = 2 * which.size() > of ? new Document() : Filters.in(ID, which);
        collection
                .find(filter)
                .projection(Projections.include(field))
                .batchSize(BATCH)
                .forEach(taken);
    }

    /** As {@link BsonBinary}, which is sent as it is: {@link Binary} is copied when it is made and when it is sent. */
    private static Document document(EffectLog log) {
        return new Document(VERSION, log.version())
                .append(LOG, new BsonBinary(log.packed().bytes()))
                .append(FACTS, new BsonBinary(FactCodec.encode(log.facts())));
    }

    private static EffectLog log(Document document) {
        return EffectLog.of(PackedLog.of(bytes(document, LOG)));
    }

    private static byte[] bytes(Document document, String field) {
        return document.get(field, Binary.class).getData();
    }
}
