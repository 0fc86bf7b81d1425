package dk.effektspor.query.timeline;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dk.effektspor.query.platform.MongoViews;
import dk.effektspor.query.platform.ViewJson;
import dk.effektspor.shared.casefile.CaseId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.bson.Document;
import org.bson.types.Binary;

/** The collection {@code timeline_view}; a full page never changes again and is kept compressed. */
final class Timelines {

    private static final String BETWEEN = "\n";

    private final MongoCollection<Document> collection;

    Timelines(MongoDatabase database) {
        collection = database.getCollection("timeline_view");
        collection.createIndex(ascending("caseId", "page"));
    }

    MongoViews<TimelinePage> store() {
        return new MongoViews<>(collection, Timelines::document, Timelines::page);
    }

    /** Everything in a case's timeline, in recording order. */
    List<TimelineEntry> of(CaseId caseId) {
        List<TimelineEntry> entries = new ArrayList<>();
        collection
                .find(eq("caseId", caseId.toString()))
                .sort(ascending("page"))
                .forEach(document -> page(document).entries().stream()
                        .map(entry -> ViewJson.read(entry, TimelineEntry.class))
                        .forEach(entries::add));
        return entries;
    }

    private static Document document(TimelinePage page) {
        Document document = new Document("caseId", page.caseId().toString())
                .append("page", page.page())
                .append("version", page.version());
        return page.entries().size() < TimelinePage.SIZE
                ? document.append("entries", page.entries())
                : document.append("packed", new Binary(packed(page.entries())));
    }

    private static TimelinePage page(Document document) {
        Binary packed = document.get("packed", Binary.class);
        return new TimelinePage(
                CaseId.of(document.getString("caseId")),
                document.getLong("page"),
                packed == null ? document.getList("entries", String.class) : unpacked(packed.getData()),
                document.getLong("version"));
    }

    private static byte[] packed(List<String> entries) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
            out.write(String.join(BETWEEN, entries).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** JSON on one line holds no bare line break, so the split gives back what was joined. */
    private static List<String> unpacked(byte[] packed) {
        try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split(BETWEEN, -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
