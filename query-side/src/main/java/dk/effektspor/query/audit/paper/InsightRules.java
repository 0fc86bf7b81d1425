package dk.effektspor.query.audit.paper;

import dk.effektspor.platform.web.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses an extract whose redactions do not say exactly what they mean: one that hit nothing would show the secret. */
final class InsightRules {

    private static final int MOST = 2_000;
    private static final int LONGEST = 200;

    private InsightRules() {}

    /** @throws Problem 400 that names the redaction by its place in the list, and never its words */
    static void check(Insight insight, Dossier dossier) {
        List<Entry> entries = dossier.entries();
        if (insight.withheld().size() > MOST || insight.disclosed().size() > MOST) {
            throw new Problem(400, "paper.too-many", Map.of("most", MOST));
        }
        for (int i = 0; i < insight.withheld().size(); i++) {
            String at = "redactions[" + i + "]";
            Insight.Redaction redaction = insight.withheld().get(i);
            if (!Insight.GROUND.matcher(redaction.ground()).matches()) {
                throw new Problem(400, "paper.invalid-ground", Map.of("field", at + ".ground"));
            }
            String phrase = redaction.phrase();
            if ((phrase == null) == (redaction.version() == null || redaction.field() == null)) {
                throw new Problem(400, "paper.invalid-redaction", Map.of("field", at));
            }
            if (phrase != null) {
                phrase(at + ".phrase", phrase, dossier);
            } else {
                place(at, redaction.version(), redaction.field(), entries);
            }
        }
        for (int i = 0; i < insight.disclosed().size(); i++) {
            Insight.Place place = insight.disclosed().get(i);
            place("disclose[" + i + "]", place.version(), place.field(), entries);
        }
    }

    private static void phrase(String field, String phrase, Dossier dossier) {
        if (phrase.strip().length() < 3 || phrase.length() > LONGEST) {
            throw new Problem(400, "paper.invalid-phrase", Map.of("field", field, "most", LONGEST));
        }
        Phrases alone = Phrases.anywhere(phrase);
        if (Places.texts(dossier).noneMatch(alone::standIn)) {
            throw new Problem(400, "paper.unknown-phrase", Map.of("field", field));
        }
    }

    private static void place(String at, @Nullable Long version, @Nullable String field, List<Entry> entries) {
        boolean known = version != null
                && field != null
                && entries.stream()
                        .filter(entry -> entry.version() == version)
                        .anyMatch(entry -> Places.in(entry).contains(field));
        if (!known) {
            throw new Problem(400, "paper.unknown-place", Map.of("field", at));
        }
    }
}
