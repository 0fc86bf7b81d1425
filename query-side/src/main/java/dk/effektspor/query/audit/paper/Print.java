package dk.effektspor.query.audit.paper;

import dk.effektspor.query.audit.paper.page.Part;
import java.util.List;

/** How a passage and a list of facts look on every page. */
final class Print {

    private final Words words;

    Print(Words words) {
        this.words = words;
    }

    void say(Part part, Passage passage) {
        for (Passage.Span span : passage.spans()) {
            if (span instanceof Passage.Said said) {
                part.say(said.text());
            } else if (span instanceof Passage.Withheld withheld) {
                part.say("span", "withheld", words.text("withheld", withheld.ground()));
            } else if (span instanceof Passage.InPlaceOf instead) {
                part.say("span", "instead", instead.text());
            }
        }
    }

    /** A table of two columns: what is told, and the telling. */
    void facts(Part under, String look, List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        Part table = under.add("table", look);
        for (Fact fact : facts) {
            Part row = table.add("tr");
            row.add("th").with("scope", "row").say(fact.label());
            say(row.add("td"), fact.value());
        }
    }

    /** A line of column headings; a key that begins with # heads a column of numbers. */
    Part head(Part table, String... keys) {
        Part row = table.add("thead").add("tr");
        for (String key : keys) {
            boolean number = key.startsWith("#");
            row.add("th", number ? "number" : null)
                    .with("scope", "col")
                    .say(words.text("column." + (number ? key.substring(1) : key)));
        }
        return table.add("tbody");
    }
}
