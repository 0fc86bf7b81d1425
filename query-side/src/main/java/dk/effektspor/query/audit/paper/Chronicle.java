package dk.effektspor.query.audit.paper;

import dk.effektspor.query.audit.paper.page.Paper;
import dk.effektspor.query.audit.paper.page.Part;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every registration in the order in which it was made, each with both its dates, under the year it was made in. */
final class Chronicle {

    private final Words words;
    private final Print print;

    Chronicle(Words words, Print print) {
        this.words = words;
        this.print = print;
    }

    void on(Paper paper, Dossier dossier) {
        Part body = paper.body();
        body.say(
                "p",
                null,
                words.text("record.lead") + " " + words.text(dossier.erased() ? "record.erased" : "record.kept"));
        int year = 0;
        for (Entry entry : dossier.entries()) {
            int recorded = words.yearOf(entry.recordedAt());
            if (recorded != year) {
                year = recorded;
                paper.heading(words.text("record.year", year));
            }
            entry(body.add("div", "entry " + entry.standing().state().name().toLowerCase(Locale.ROOT)), entry);
        }
    }

    private void entry(Part part, Entry entry) {
        Part heading = part.add("h4");
        heading.say("span", "no", words.text("no", entry.version()));
        heading.say(" ");
        Part sentence = heading.add("span", "struck");
        print.say(sentence, entry.sentence());
        standing(part, entry.standing());
        Part table = part.add("table", "facts");
        fact(table, "record.effective", words.date(entry.effectiveOn()));
        fact(table, "record.recorded", words.time(entry.recordedAt()));
        if (entry.sourceRecordedAt() != null) {
            fact(table, "record.source", entry.sourceRecordedAt());
        }
        facts(table, entry.recordedBy(), "td", null);
        facts(table, entry.facts(), "td", "struck");
        if (!entry.scores().isEmpty()) {
            scores(part, entry.scores());
        }
        part.say(
                "p",
                "leaf",
                entry.position() == null
                        ? words.text("record.leaf-without", entry.leaf().hex())
                        : words.text(
                                "record.leaf", entry.position(), entry.leaf().hex()));
    }

    private void standing(Part part, Entry.Standing standing) {
        String by = standing.by().stream().map(no -> words.text("no", no)).collect(Collectors.joining(", "));
        switch (standing.state()) {
            case ANNULLED -> part.say("p", "mark annulment", words.text("record.annulled", by));
            case CORRECTED -> part.say("p", "mark", words.text("record.corrected", by));
            case STANDS -> {
                // Nothing to say.
            }
        }
        if (standing.corrects() != null) {
            part.say("p", "mark", words.text("record.corrects", words.text("no", standing.corrects())));
        }
    }

    private void fact(Part table, String key, String text) {
        Part row = table.add("tr");
        row.add("th").with("scope", "row").say(words.text(key));
        row.say("td", null, text);
    }

    private void facts(Part table, List<Fact> facts, String cell, @Nullable String look) {
        for (Fact fact : facts) {
            Part row = table.add("tr");
            row.add("th").with("scope", "row").say(fact.label());
            print.say(row.add(cell, look), fact.value());
        }
    }

    private void scores(Part part, List<Entry.Score> scores) {
        boolean corrected = scores.stream().anyMatch(score -> score.before() != null);
        boolean commented = scores.stream().anyMatch(score -> score.comment() != null);
        Part table = part.add("table", "rows scores");
        Part head = table.add("thead").add("tr");
        column(head, "dimension", null);
        if (corrected) {
            column(head, "before", "number");
        }
        column(head, "score", "number");
        if (commented) {
            column(head, "comment", null);
        }
        Part rows = table.add("tbody");
        for (Entry.Score score : scores) {
            Part row = rows.add("tr");
            row.say("td", null, words.text("dimension", score.dimension(), score.name()));
            if (corrected) {
                Passage before = score.before();
                print.say(row.add("td", "number"), before == null ? Passage.of(words.text("none")) : before);
            }
            print.say(row.add("td", "number struck"), score.value().value());
            if (commented) {
                Fact comment = score.comment();
                print.say(row.add("td", "struck"), comment == null ? Passage.of("") : comment.value());
            }
        }
    }

    private void column(Part head, String key, @Nullable String look) {
        head.add("th", look).with("scope", "col").say(words.text("column." + key));
    }
}
