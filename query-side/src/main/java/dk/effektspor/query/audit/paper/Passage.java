package dk.effektspor.query.audit.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Something the paper says of the case, of which parts may be withheld: those parts hold no text at all. */
record Passage(List<Span> spans) {

    /** A piece of a passage. */
    sealed interface Span {}

    /** What is said, to the letter. */
    record Said(String text) implements Span {}

    /** Something is not said, on a legal ground. */
    record Withheld(String ground) implements Span {}

    /** Something is said in other words, such as "employee 1" for a name. */
    record InPlaceOf(String text) implements Span {}

    Passage {
        spans = List.copyOf(spans);
    }

    static Passage of(String text) {
        return new Passage(List.of(new Said(text)));
    }

    static Passage withheld(String ground) {
        return new Passage(List.of(new Withheld(ground)));
    }

    /** What is said in it, without what is withheld. */
    String text() {
        return spans.stream()
                .map(span -> span instanceof Said said ? said.text() : "")
                .collect(Collectors.joining());
    }

    /** The same passage with another piece wherever the words stood. */
    Passage replacing(Pattern words, Span with) {
        List<Span> replaced = new ArrayList<>();
        for (Span span : spans) {
            if (span instanceof Said said) {
                replace(said.text(), words, with, replaced);
            } else {
                replaced.add(span);
            }
        }
        return new Passage(replaced);
    }

    private static void replace(String text, Pattern words, Span with, List<Span> into) {
        Matcher found = words.matcher(text);
        int from = 0;
        while (found.find()) {
            if (found.start() > from) {
                into.add(new Said(text.substring(from, found.start())));
            }
            into.add(with);
            from = found.end();
        }
        if (from < text.length() || text.isEmpty()) {
            into.add(new Said(text.substring(from)));
        }
    }
}
