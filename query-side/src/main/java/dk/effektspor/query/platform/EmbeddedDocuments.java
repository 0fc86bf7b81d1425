package dk.effektspor.query.platform;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.EmptyIndex;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import de.bwaldvogel.mongo.backend.memory.MemoryCollection;
import de.bwaldvogel.mongo.backend.memory.MemoryDatabase;
import de.bwaldvogel.mongo.backend.memory.index.MemoryUniqueIndex;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Documents in memory, of which each is replaced as a whole: the library changes the very document that a reader's answer may
 * just then be written from, so that it fails or is half of the one and half of the other. Nor does this copy and compare both,
 * write them as bytes to know how long they are, or look five times for the key of a plain id, which was over half of what a
 * replacement cost (docs/performance.md).
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
            return new Documents(this, name, options, cursorRegistry);
        }

        @Override
        protected Index<Integer> openOrCreateUniqueIndex(
                String collection, String name, List<IndexKey> keys, boolean sparse) {
            boolean ofIds = keys.size() == 1 && keys.get(0).getKey().equals("_id");
            return ofIds ? new Ids(name, keys, sparse) : super.openOrCreateUniqueIndex(collection, name, keys, sparse);
        }
    }

    private static final class Documents extends MemoryCollection {

        private final List<Index<Integer>> indexes = new ArrayList<>();

        Documents(MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors) {
            super(database, name, options, cursors);
        }

        @Override
        public void addIndex(Index<Integer> index) {
            super.addIndex(index);
            // An index of what need not be unique is one in name only.
            if (!(index instanceof EmptyIndex)) {
                indexes.add(index);
            }
        }

        @Override
        public synchronized Document updateDocuments(
                Document selector,
                Document update,
                ArrayFilters filters,
                boolean several,
                boolean insertAbsent,
                Oplog oplog) {
            if (!several
                    && selector.size() == 1
                    && selector.get("_id") instanceof String id
                    && isReplacement(id, update)
                    && replace(id, update)) {
                oplog.handleUpdate(getFullName(), selector, update, List.of(id));
                return new Document("n", 1).append("nModified", 1);
            }
            return super.updateDocuments(selector, update, filters, several, insertAbsent, oplog);
        }

        private static boolean isReplacement(String id, Document update) {
            return id.equals(update.getOrDefault("_id", id))
                    && update.keySet().stream().noneMatch(field -> field.startsWith("$") || field.contains("."));
        }

        /** Unless it is absent, or other indexes would have to follow. */
        private boolean replace(String id, Document with) {
            if (indexes.size() != 1 || !(indexes.get(0) instanceof Ids ids)) {
                return false;
            }
            Integer before = ids.getPosition(new KeyValue(id));
            if (before == null) {
                return false;
            }
            Document replacement = new Document("_id", id);
            replacement.putAll(with);
            removeDocument(before);
            ids.move(id, addDocumentInternal(replacement));
            return true;
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

        void move(String id, Integer position) {
            KeyValue key = new KeyValue(id);
            if (!position.equals(getPosition(key))) {
                removeDocument(key);
                putKeyPosition(key, position);
            }
        }

        @Override
        public Integer getPosition(KeyValue key) {
            return super.getPosition(key);
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
