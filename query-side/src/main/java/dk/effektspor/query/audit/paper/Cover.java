package dk.effektspor.query.audit.paper;

import dk.effektspor.query.audit.paper.page.Part;
import java.util.ArrayList;
import java.util.List;

/** The first page: which case, what the paper covers, who made it, and what it is sealed with. */
final class Cover {

    private final Words words;
    private final Print print;

    Cover(Words words, Print print) {
        this.words = words;
        this.print = print;
    }

    void on(Part body, String authority, String kind, Dossier dossier) {
        Part page = body.add("div", "cover");
        page.say("p", "authority", authority);
        Part title = page.add("h1");
        title.say("span", "kind", words.text(kind + ".title"));
        title.say("span", null, words.text("case", dossier.caseNumber()));
        page.say("p", "lead", words.text(kind + ".lead"));
        print.facts(page, "facts about", dossier.about());
        page.say("h2", null, words.text("covers.title"));
        print.facts(page, "facts", covers(dossier));
        page.say("h2", null, words.text("seal.title"));
        print.facts(page, "facts seal", seal(dossier.seal()));
        page.say("p", "note", words.text("seal.note"));
    }

    private List<Fact> covers(Dossier dossier) {
        List<Fact> covers = new ArrayList<>();
        Dossier.Span span = dossier.span();
        covers.add(fact(
                "covers.known",
                span.knownAt() == null
                        ? words.text(
                                "covers.known-now", words.time(dossier.made().at()))
                        : words.time(span.knownAt())));
        covers.add(fact(
                "covers.valid",
                span.validAt() == null
                        ? words.text("covers.valid-all")
                        : words.text("covers.valid-at", words.date(span.validAt()))));
        covers.add(fact("covers.entries", counted(dossier)));
        covers.add(fact(
                "covers.made",
                words.text(
                        "covers.made-by",
                        words.time(dossier.made().at()),
                        dossier.made().by(),
                        dossier.made().role())));
        return covers;
    }

    private String counted(Dossier dossier) {
        List<Entry> entries = dossier.entries();
        String counted = entries.isEmpty()
                ? words.text("covers.none")
                : words.text(
                        "covers.count",
                        entries.size(),
                        entries.get(0).version(),
                        entries.get(entries.size() - 1).version());
        return dossier.leftOut() == 0 ? counted : counted + " " + words.text("covers.left-out", dossier.leftOut());
    }

    private List<Fact> seal(Seal seal) {
        return List.of(
                fact("seal.stream", seal.stream().hex()),
                fact("seal.size", words.text("seal.leaves", seal.size())),
                fact("seal.root", seal.root().hex()));
    }

    private Fact fact(String key, String text) {
        return new Fact("", words.text(key), Passage.of(text), Fact.Kind.CHOICE);
    }
}
