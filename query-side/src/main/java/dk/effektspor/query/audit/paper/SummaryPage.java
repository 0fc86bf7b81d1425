package dk.effektspor.query.audit.paper;

import dk.effektspor.query.audit.paper.page.Part;
import java.util.List;

/** Where the case stands: its way on the Indsatstrappe, its interventions, and what was read on the compasses. */
final class SummaryPage {

    private final Words words;
    private final Print print;

    SummaryPage(Words words, Print print) {
        this.words = words;
        this.print = print;
    }

    void on(Part body, Dossier.Summary summary) {
        body.say("p", null, words.text("summary.lead"));
        body.say("h3", "part", words.text("summary.ladder"));
        if (summary.stays().isEmpty()) {
            body.say("p", null, words.text("summary.no-stays"));
        } else {
            new LadderFigure(words).on(body, summary);
            stays(body, summary.stays());
        }
        body.say("h3", "part", words.text("summary.interventions"));
        if (summary.interventions().isEmpty()) {
            body.say("p", null, words.text("summary.no-interventions"));
        } else {
            interventions(body, summary.interventions());
        }
        body.say("h3", "part", words.text("summary.compass"));
        if (summary.compasses().isEmpty()) {
            body.say("p", null, words.text("summary.no-readings"));
        }
        summary.compasses().forEach(compass -> compass(body, compass));
    }

    private void stays(Part body, List<Dossier.Stay> stays) {
        Part rows = print.head(body.add("table", "rows"), "#step", "name", "from", "until");
        for (Dossier.Stay stay : stays) {
            rows.add("tr")
                    .say("td", "number", String.valueOf(stay.step()))
                    .say("td", null, stay.name())
                    .say("td", null, words.date(stay.from()))
                    .say("td", null, stay.until() == null ? words.text("still") : words.date(stay.until()));
        }
    }

    private void interventions(Part body, List<Dossier.Intervention> interventions) {
        Part rows = print.head(
                body.add("table", "rows"), "#no", "intervention", "#step", "tilbud", "decided", "started", "ended");
        for (Dossier.Intervention intervention : interventions) {
            Part row = rows.add("tr", intervention.annulled() ? "annulled" : null);
            row.say("td", "number", String.valueOf(intervention.version()));
            Part name = row.add("td");
            name.say("span", "struck", intervention.measure());
            if (intervention.annulled()) {
                name.say(" ").say("span", "label", intervention.status());
            }
            row.say("td", "number", String.valueOf(intervention.step()))
                    .say("td", null, intervention.tilbud())
                    .say("td", null, words.date(intervention.decidedOn()))
                    .say(
                            "td",
                            null,
                            intervention.startedOn() == null
                                    ? words.text("none")
                                    : words.date(intervention.startedOn()))
                    .say(
                            "td",
                            null,
                            intervention.endedOn() == null ? words.text("none") : words.date(intervention.endedOn()));
        }
    }

    private void compass(Part body, Dossier.Compass compass) {
        body.say("p", "caption", words.text("summary.read-by", compass.name(), compass.rater()));
        Part rows = print.head(body.add("table", "rows"), "dimension", "#count", "first", "latest", "#change");
        for (Dossier.Reading reading : compass.readings()) {
            int change = reading.latest().score() - reading.first().score();
            Part row = rows.add("tr")
                    .say("td", null, reading.dimension())
                    .say("td", "number", String.valueOf(reading.count()));
            point(row, reading.first());
            point(row, reading.latest());
            row.say(
                    "td",
                    "number",
                    reading.count() < 2 ? words.text("none") : change > 0 ? "+" + change : String.valueOf(change));
        }
    }

    private void point(Part row, Dossier.Point point) {
        Part cell = row.add("td");
        cell.say("strong", "score", String.valueOf(point.score()));
        cell.say("span", "on", words.date(point.on()));
    }
}
