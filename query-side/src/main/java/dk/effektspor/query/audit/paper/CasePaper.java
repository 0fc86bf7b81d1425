package dk.effektspor.query.audit.paper;

import dk.effektspor.query.audit.paper.page.Paper;
import dk.effektspor.query.audit.paper.page.Part;
import java.util.List;
import java.util.Locale;

/** Lays a dossier out on pages: cover, summary, record, what is withheld, and how to check it all. */
final class CasePaper {

    private final Words words;
    private final Print print;
    private final String authority;

    CasePaper(Words words, String authority) {
        this.words = words;
        this.print = new Print(words);
        this.authority = authority;
    }

    Paper history(Dossier dossier) {
        Paper paper = begin("history", dossier);
        summary(paper, dossier);
        record(paper, dossier);
        control(paper, dossier);
        return paper;
    }

    /** @param removals what was withheld, as it is listed at the end */
    Paper extract(Dossier dossier, String basis, List<Removal> removals) {
        Paper paper = begin("insight", dossier);
        summary(paper, dossier);
        record(paper, dossier);
        chapter(paper, "removals.title");
        new RemovalsPage(words, print).on(paper.body(), basis, removals);
        control(paper, dossier);
        return paper;
    }

    private Paper begin(String kind, Dossier dossier) {
        String title = words.text(kind + ".title") + " · " + words.text("case", dossier.caseNumber());
        Paper paper = new Paper(
                title,
                words.text(kind + ".lead"),
                Locale.forLanguageTag(words.language().getLanguage()));
        Seal seal = dossier.seal();
        paper.foot(
                title,
                words.text(
                        "foot.seal",
                        seal.size(),
                        seal.root().hex().substring(0, 16),
                        seal.stream().hex().substring(0, 16)),
                words.text("foot.page"),
                words.text("foot.of"));
        new Cover(words, print).on(paper.body(), authority, kind, dossier);
        return paper;
    }

    private void summary(Paper paper, Dossier dossier) {
        chapter(paper, "summary.title");
        Dossier.Summary summary = dossier.summary();
        if (summary == null) {
            paper.body().say("p", null, words.text("summary.withheld"));
        } else {
            new SummaryPage(words, print).on(paper.body(), summary);
        }
    }

    private void record(Paper paper, Dossier dossier) {
        chapter(paper, "record.title");
        new Chronicle(words, print).on(paper, dossier);
    }

    private void control(Paper paper, Dossier dossier) {
        chapter(paper, "control.title");
        new ControlPage(words).on(paper.body(), dossier);
    }

    private Part chapter(Paper paper, String key) {
        paper.chapter(words.text(key));
        return paper.body();
    }
}
