package dk.effektspor.query.platform;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The form in which a view's documents are written, as a number in each of them. A database that outlives the program may
 * hold documents of an earlier form, which must not be misread.
 */
public final class ViewForm {

    private static final Logger LOG = LoggerFactory.getLogger(ViewForm.class);
    private static final String FORMAT = "format";

    private ViewForm() {}

    /**
     * Drops the view if any document of it is of another form, together with its projection's place, so that the
     * projection builds it again from the first event. Asked before the projections start.
     */
    public static void require(MongoDatabase database, String collection, String group, int format) {
        MongoCollection<Document> view = database.getCollection(collection);
        if (view.find(ne(FORMAT, format)).first() != null) {
            LOG.warn("{}: its documents are of another form than {}; building them again", group, format);
            // The place first: whoever is interrupted here finds the old documents again.
            database.getCollection(MongoConfiguration.TOKENS).deleteMany(eq("processorName", group));
            view.drop();
        }
    }
}
