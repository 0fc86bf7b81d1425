package dk.effektspor.query.platform;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.stream.IntStream;
import org.bson.Document;

/**
 * The form in which a view's documents are written. Each form has a collection of its own, and its projection a place of its
 * own in the log: an instance of another release on the same database neither reads these documents nor writes among them,
 * and builds its own from the events.
 *
 * @param group name of the processing group
 * @param number one more whenever something else is written into the documents than before, or something is read from them
 *     that was not written before
 */
public record ViewForm(String group, int number) {

    /** Where the documents of this form are. */
    public MongoCollection<Document> of(MongoDatabase database) {
        return database.getCollection(collection());
    }

    String collection() {
        return base() + "_" + number;
    }

    /** The name under which the place of its projection is kept. */
    String place() {
        return group + "_" + number;
    }

    /** Whether a collection is of this view in an earlier form; the very first had no number. */
    boolean isAfter(String collection) {
        return collection.equals(base())
                || IntStream.range(0, number).anyMatch(earlier -> collection.equals(base() + "_" + earlier));
    }

    /** The name under which the place of the projection that wrote such a collection is kept. */
    String placeOf(String collection) {
        return group + collection.substring(base().length());
    }

    private String base() {
        return group.replace('-', '_');
    }
}
