package dk.effektspor.query.audit.paper;

import dk.effektspor.query.audit.paper.page.Part;
import java.util.List;

/** Every place where something is withheld, with its ground: what a complaint about the extract needs. */
final class RemovalsPage {

    private final Words words;
    private final Print print;

    RemovalsPage(Words words, Print print) {
        this.words = words;
        this.print = print;
    }

    void on(Part body, String basis, List<Removal> removals) {
        body.say("p", null, basis);
        if (removals.isEmpty()) {
            body.say("p", null, words.text("removals.none"));
            return;
        }
        body.say("p", null, words.text("removals.lead", removals.size()));
        Part rows = print.head(body.add("table", "rows"), "#no", "place", "#pieces", "ground");
        int no = 1;
        for (Removal removal : removals) {
            rows.add("tr")
                    .say("td", "number", String.valueOf(no++))
                    .say("td", null, removal.place())
                    .say("td", "number", String.valueOf(removal.count()))
                    .say("td", null, removal.ground());
        }
        body.say("p", "note", words.text("removals.complaint"));
    }
}
