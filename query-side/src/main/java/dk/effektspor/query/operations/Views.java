package dk.effektspor.query.operations;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import dk.effektspor.platform.operations.ReadSideReport;
import dk.effektspor.query.platform.EmbeddedMongo;
import dk.effektspor.query.platform.Lag;
import dk.effektspor.query.platform.Projections;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** How the views are, for whoever asks about the whole. */
@Component
class Views implements ReadSideReport {

    private final MongoDatabase database;
    private final Projections projections;
    private final boolean embedded;

    Views(MongoDatabase database, Projections projections, Optional<EmbeddedMongo> embedded) {
        this.database = database;
        this.projections = projections;
        this.embedded = embedded.isPresent();
    }

    @Override
    public ReadSide now() {
        return told(projections());
    }

    /** One projection, as it is now. */
    Projection projection(String name) {
        return projections().stream()
                .filter(projection -> projection.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private ReadSide told(List<Projection> projections) {
        try {
            Document server = database.runCommand(new Document("buildInfo", 1));
            return new ReadSide(true, server.getString("version"), embedded, projections);
        } catch (MongoException away) {
            return new ReadSide(false, null, embedded, projections);
        }
    }

    private List<Projection> projections() {
        try {
            return projections.lags().stream().map(Views::told).toList();
        } catch (RuntimeException away) {
            // How far they are can only be told beside how far the event store is.
            String failure = "event store: " + away.getClass().getSimpleName();
            return projections.groups().stream()
                    .map(group -> new Projection(group, null, null, null, null, false, failure))
                    .toList();
        }
    }

    private static Projection told(Lag lag) {
        return new Projection(
                lag.group(),
                lag.position(),
                lag.head(),
                lag.events(),
                lag.age().toMillis() / 1000.0,
                lag.caughtUp(),
                lag.failure().orElse(null));
    }
}
