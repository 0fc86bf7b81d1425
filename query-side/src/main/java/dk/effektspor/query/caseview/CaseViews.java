package dk.effektspor.query.caseview;

import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.descending;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import dk.effektspor.query.platform.MongoViews;
import dk.effektspor.query.platform.ViewForm;
import dk.effektspor.query.platform.ViewJson;
import dk.effektspor.shared.casefile.CaseId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The documents of the view {@code case-view}: what lists filter and sort by as fields, the whole view as one text. */
final class CaseViews {

    static final ViewForm FORM = new ViewForm("case-view", 1);

    private static final String STATE = "state";
    private static final List<Bson> INDEXES = List.of(
            ascending("unit", "openedOn"),
            ascending("caseworker"),
            ascending("caseNumber"),
            ascending("citizenId"),
            descending("updatedAt"));

    private final MongoCollection<Document> collection;

    CaseViews(MongoDatabase database) {
        collection = FORM.of(database);
    }

    MongoViews<CaseView> store() {
        return new MongoViews<>(collection, CaseViews::document, CaseViews::view, INDEXES);
    }

    Optional<CaseView> find(CaseId caseId) {
        return Optional.ofNullable(
                collection.find(byId(caseId)).map(CaseViews::view).first());
    }

    OptionalLong version(CaseId caseId) {
        Document found = collection
                .find(byId(caseId))
                .projection(Projections.include("version"))
                .first();
        return found == null ? OptionalLong.empty() : OptionalLong.of(found.getLong("version"));
    }

    /** Whole views, since a list says who the case is about and what is going on in it. */
    List<CaseView> list(Bson filter, Bson sort, int limit) {
        FindIterable<Document> found = collection.find(filter).sort(sort).limit(limit);
        return found.map(CaseViews::view).into(new ArrayList<>());
    }

    /** The step the case was last known to stand on, 0 when it stands on none. */
    static int lastPosition(CaseView view) {
        List<LadderCourse.Stay> stays = LadderCourse.stays(view.interventions());
        LadderCourse.Stay last = stays.isEmpty() ? null : stays.get(stays.size() - 1);
        return last == null || last.until() != null ? 0 : last.step();
    }

    private static Bson byId(CaseId caseId) {
        return Filters.eq("_id", caseId.toString());
    }

    private static Document document(CaseView view) {
        CaseHeader header = view.header();
        List<LadderCourse.Stay> stays = LadderCourse.stays(view.interventions());
        return new Document("version", view.version())
                .append("unit", header.unit())
                .append("caseworker", header.caseworker())
                .append("targetGroup", header.targetGroup())
                .append("caseNumber", header.caseNumber().value())
                .append("citizenId", header.citizenId().toString())
                .append("open", header.open())
                .append("openedOn", header.openedOn().toString())
                .append("updatedAt", header.updatedAt().toEpochMilli())
                .append("position", lastPosition(view))
                .append("stays", stays.stream().map(CaseViews::document).toList())
                .append(STATE, ViewJson.write(view));
    }

    private static Document document(LadderCourse.Stay stay) {
        return new Document("step", stay.step())
                .append("from", stay.from().toString())
                .append(
                        "until",
                        stay.until() == null ? "9999-12-31" : stay.until().toString());
    }

    private static CaseView view(Document document) {
        return ViewJson.read(document.getString(STATE), CaseView.class);
    }
}
