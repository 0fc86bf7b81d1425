package dk.effektspor.query.platform;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.backend.memory.index.MemoryUniqueIndex;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Set;

/**
 * Documents in memory, replaced without two things that took the library half of what a replacement allocates: it wrote both
 * documents as bytes to know how long they are, for statistics that nobody asks for, and it looked five times for the key of a
 * document whose id is a plain text (docs/performance.md).
 */
final class EmbeddedDocuments extends MemoryBackend {

    @Override
    public MemoryDatabase openOrCreateDatabase(String name) {
        return new Database(name, getCursorRegistry());
    }

    private static final class Database extends MemoryDatabase {

        Database(String name, CursorRegistry cursors) {
            super(name, cursors);
        }

        @Override
        protected MemoryCollection openOrCreateCollection(String name, CollectionOptions options) {
            return new Unmeasured(this, name, options, cursorRegistry);
        }

        @Override
        protected Index<Integer> openOrCreateUniqueIndex(
                String collection, String name, List<IndexKey> keys, boolean sparse) {
            boolean ofIds = keys.size() == 1 && keys.get(0).getKey().equals("_id");
            return ofIds ? new Ids(name, keys, sparse) : super.openOrCreateUniqueIndex(collection, name, keys, sparse);
        }
    }

    private static final class Unmeasured extends MemoryCollection {

        Unmeasured(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
            super(database, name, options, cursors);
        }

        @Override
        protected boolean tracksDataSize() {
            return false;
        }
    }

    private static final class Ids extends MemoryUniqueIndex {

        Ids(String name, List<IndexKey> keys, boolean sparse) {
            super(name, keys, sparse);
        }

        @Override
        public Set<KeyValue> getKeyValues(Document document) {
            return document.get("_id") instanceof String id ? Set.of(new KeyValue(id)) : super.getKeyValues(document);
        }

        @Override
        protected boolean nullAwareEqualsKeys(Document before, Document after) {
            return before.get("_id") instanceof String id && id.equals(after.get("_id"))
                    || super.nullAwareEqualsKeys(before, after);
        }
    }
}
