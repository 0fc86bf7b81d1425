package dk.effektspor.query.timeline;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Projections;
import dk.effektspor.query.platform.MongoViews;
import dk.effektspor.query.platform.ViewForm;
import dk.effektspor.shared.casefile.CaseId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.bson.BsonBinary;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** The documents of the view {@code timeline-view}; a full page never changes again and is kept compressed. */
final class Timelines {

    static final ViewForm FORM = new ViewForm("timeline-view", 2);

    private static final int AT_ONCE = 16;

    /** After each line; JSON has its line breaks escaped. */
    private static final byte END = '\n';

    private final MongoCollection<Document> collection;

    Timelines(MongoDatabase database) {
        PagePacking.prepare();
        collection = FORM.of(database);
    }

    MongoViews<TimelinePage> store() {
        return new MongoViews<>(collection, Timelines::document, Timelines::page);
    }

    /** Everything in a case's timeline, in recording order. */
    List<TimelineEntry> of(CaseId caseId) {
        return pages(caseId, null).stream()
                .flatMap(document -> new String(text(document), StandardCharsets.UTF_8).lines())
                .map(TimelineEntry::of)
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

    /** As {@link BsonBinary}, which is sent as it is: {@link Binary} is copied when it is made and when it is sent. */
    private static Document document(TimelinePage page) {
        Document document = new Document("caseId", page.caseId().toString())
                .append("page", page.page())
                .append("version", page.version());
        byte[] text = text(page.lines());
        return page.lines().size() < TimelinePage.SIZE
                ? document.append("text", new BsonBinary(text))
                : document.append("packed", new BsonBinary(PagePacking.packed(text)));
    }

    private static TimelinePage page(Document document) {
        return new TimelinePage(
                CaseId.of(document.getString("caseId")),
                document.getLong("page"),
                lines(text(document)),
                document.getLong("version"));
    }

    private static byte[] text(List<byte[]> lines) {
        byte[] text = new byte[lines.stream().mapToInt(line -> line.length + 1).sum()];
        int at = 0;
        for (byte[] line : lines) {
            System.arraycopy(line, 0, text, at, line.length);
            at += line.length;
            text[at++] = END;
        }
        return text;
    }

    private static byte[] text(Document document) {
        Binary packed = document.get("packed", Binary.class);
        return packed == null ? document.get("text", Binary.class).getData() : PagePacking.unpacked(packed.getData());
    }

    private static List<byte[]> lines(byte[] text) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < text.length; at++) {
            if (text[at] == END) {
                lines.add(Arrays.copyOfRange(text, from, at));
                from = at + 1;
            }
        }
        return lines;
    }
}
