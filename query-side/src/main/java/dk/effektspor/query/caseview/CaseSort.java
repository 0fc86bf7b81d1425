package dk.effektspor.query.caseview;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.client.model.Sorts;
import dk.effektspor.query.platform.Cursors;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The orders a list of cases can have; ties are broken by id, so that a page never repeats or leaves out a case. */
enum CaseSort {
    OPENED("openedOn"),
    UPDATED("updatedAt"),
    CASE_NUMBER("caseNumber"),
    POSITION("position");

    private final String field;

    CaseSort(String field) {
        this.field = field;
    }

    Bson sort(boolean descending) {
        return descending ? Sorts.descending(field, "_id") : Sorts.ascending(field, "_id");
    }

    /** What comes after the place a cursor names. */
    @Nullable
    Bson after(@Nullable String cursor, boolean descending) {
        List<String> place = Cursors.place(cursor, order(descending), 2);
        if (place == null) {
            return null;
        }
        Object value = value(place.get(0));
        String id = place.get(1);
        return descending
                ? or(lt(field, value), and(eq(field, value), lt("_id", id)))
                : or(gt(field, value), and(eq(field, value), gt("_id", id)));
    }

    String cursor(CaseView last, boolean descending) {
        CaseHeader header = last.header();
        String value = switch (this) {
            case OPENED -> header.openedOn().toString();
            case UPDATED -> String.valueOf(header.updatedAt().toEpochMilli());
            case CASE_NUMBER -> header.caseNumber().value();
            case POSITION -> String.valueOf(CaseViews.lastPosition(last));
        };
        return Cursors.of(order(descending), value, header.caseId().toString());
    }

    private String order(boolean descending) {
        return name() + (descending ? "-" : "+");
    }

    private Object value(String text) {
        try {
            return switch (this) {
                case OPENED, CASE_NUMBER -> text;
                case UPDATED -> Long.valueOf(text);
                case POSITION -> Integer.valueOf(text);
            };
        } catch (NumberFormatException e) {
            throw Cursors.invalid();
        }
    }
}
