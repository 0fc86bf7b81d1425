package dk.effektspor.query.timeline;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import dk.effektspor.query.platform.MongoViews;
import dk.effektspor.query.platform.ViewJson;
import dk.effektspor.shared.casefile.CaseId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** The collection {@code timeline_view}; a full page never changes again and is kept compressed. */
final class Timelines {

    private static final int AT_ONCE = 16;
    private static final String BETWEEN = "\n";

    private final MongoCollection<Document> collection;

    Timelines(MongoDatabase database) {
        collection = database.getCollection("timeline_view");
    }

    MongoViews<TimelinePage> store() {
        return new MongoViews<>(collection, Timelines::document, Timelines::page);
    }

    /** Everything in a case's timeline, in recording order. */
    List<TimelineEntry> of(CaseId caseId) {
        return pages(caseId, null).stream()
                .flatMap(document -> page(document).entries().stream())
                .map(entry -> ViewJson.read(entry, TimelineEntry.class))
                .toList();
    }

    /** The version of the case that its timeline has come to. */
    OptionalLong version(CaseId caseId) {
        return pages(caseId, Projections.include("page", "version")).stream()
                .mapToLong(page -> page.getLong("version"))
                .max();
    }

    /** Pages are asked for by id: the embedded server has no other index. */
    private List<Document> pages(CaseId caseId, @Nullable Bson projection) {
        List<Document> pages = new ArrayList<>();
        for (long next = 0; pages.size() == next; next += AT_ONCE) {
            List<String> ids = LongStream.range(next, next + AT_ONCE)
                    .mapToObj(page -> TimelinePage.id(caseId, page))
                    .toList();
            collection.find(in("_id", ids)).projection(projection).into(pages);
        }
        pages.sort(Comparator.comparing(page -> page.getLong("page")));
        return pages;
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
        // A rebuild packs every page there is; the last tenth of the size would cost it twice the time.
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, fast)) {
            out.write(String.join(BETWEEN, entries).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fast.end();
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
