package dk.effektspor.query.audit.paper;

import dk.effektspor.query.audit.paper.page.Part;

/** The last page: how anyone can hold the paper against the record without trusting who printed it. */
final class ControlPage {

    private final Words words;

    ControlPage(Words words) {
        this.words = words;
    }

    void on(Part body, Dossier dossier) {
        Seal seal = dossier.seal();
        body.say("p", null, words.text("control.lead"));
        Part steps = body.add("ol");
        steps.say("li", null, words.text("control.fetch"));
        steps.say("li", null, words.text("control.verify"));
        steps.say("li", null, words.text("control.compare"));
        steps.say("li", null, words.text("control.leaf"));
        literal(
                body,
                "control.commands",
                words.text("control.command", seal.key().text()));
        literal(body, "control.stream", seal.stream().hex());
        body.say("p", "note", words.text("control.stream-is", seal.events()));
        literal(body, "control.checkpoint", seal.checkpoint().render());
        literal(body, "control.key", seal.key().text());
        body.say("p", "note", words.text("control.key-is"));
        body.say("h3", "part", words.text("control.signs"));
        body.say("p", null, words.text("control.codes"));
    }

    private void literal(Part body, String key, String text) {
        body.say("h3", "part", words.text(key));
        Part box = body.add("div", "literal");
        text.strip().lines().forEach(line -> box.say("p", null, line.isEmpty() ? "\u00a0" : line));
    }
}
