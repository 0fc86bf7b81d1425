package dk.effektspor.query.platform;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drops what earlier releases wrote into the views' database once nobody works on it any more. Whoever does renews the claim
 * on its place every few seconds. A later release's views are left alone: it may come back.
 */
final class EarlierForms {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierForms.class);

    /** Longer than an instance takes to be started again, so that it need not build its views anew. */
    private static final Duration ABANDONED = Duration.ofMinutes(10);

    private final MongoDatabase database;
    private final List<ViewForm> forms;
    private final Clock clock;
    private boolean gone;

    EarlierForms(MongoDatabase database, List<ViewForm> forms, Clock clock) {
        this.database = database;
        this.forms = List.copyOf(forms);
        this.clock = clock;
    }

    /** Asked again and again, and asks the database no more once there are none. */
    void dropAbandoned() {
        if (gone) {
            return;
        }
        List<String> collections = database.listCollectionNames().into(new ArrayList<>());
        boolean inUse = false;
        for (ViewForm form : forms) {
            for (String earlier : collections.stream().filter(form::isAfter).toList()) {
                inUse |= !droppedIfAbandoned(form, earlier);
            }
        }
        gone = !inUse;
    }

    private boolean droppedIfAbandoned(ViewForm form, String earlier) {
        MongoCollection<Document> places = database.getCollection(MongoConfiguration.TOKENS);
        String place = form.placeOf(earlier);
        long before = clock.instant().minus(ABANDONED).toEpochMilli();
        if (places.find(and(eq("processorName", place), gt("timestamp", before)))
                        .first()
                != null) {
            return false;
        }
        // The place first: whoever should still come back to it begins with the first event.
        places.deleteMany(eq("processorName", place));
        database.getCollection(earlier).drop();
        LOG.info("{}: {} is of an earlier form that nobody works on; dropped", form.group(), earlier);
        return true;
    }
}
