package dk.effektspor.query.audit.paper;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words that stand nowhere in an extract, whatever field they were written in, and what stands in their place. */
final class Phrases {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private record Phrase(Pattern words, Passage.Span instead) {}

    private final List<Phrase> phrases = new ArrayList<>();

    /** One phrase, to be looked for. */
    static Phrases anywhere(String words) {
        Phrases phrases = new Phrases();
        phrases.anywhere(words, new Passage.InPlaceOf(""));
        return phrases;
    }

    /** Withholds the words also inside longer ones, so that a name goes with its endings. */
    void anywhere(String words, Passage.Span instead) {
        phrases.add(new Phrase(Pattern.compile(spaced(words), FLAGS), instead));
    }

    /** Withholds the words only where they stand alone. */
    void alone(String words, Passage.Span instead) {
        phrases.add(new Phrase(
                Pattern.compile("(?<![\\p{L}\\p{N}])" + spaced(words) + "(?![\\p{L}\\p{N}])", FLAGS), instead));
    }

    Passage in(Passage passage) {
        Passage left = normal(passage);
        for (Phrase phrase : phrases) {
            left = left.replacing(phrase.words(), phrase.instead());
        }
        return left;
    }

    boolean standIn(String text) {
        return phrases.stream()
                .anyMatch(phrase -> phrase.words().matcher(normal(text)).find());
    }

    /** The same letters may be stored in two ways; the paper and the phrases use one. */
    private static Passage normal(Passage passage) {
        return new Passage(passage.spans().stream()
                .map(span -> span instanceof Passage.Said said ? new Passage.Said(normal(said.text())) : span)
                .toList());
    }

    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** However many spaces or line ends stand between two words, and whatever invisible marks stand in them. */
    private static String spaced(String words) {
        return normal(words.strip())
                .codePoints()
                .mapToObj(Character::toString)
                .map(letter -> letter.isBlank() ? "[\\s\\p{Z}]" : Pattern.quote(letter))
                .collect(Collectors.joining("[\\p{Cf}\\p{Mn}]*"))
                .replaceAll("(\\[\\\\s\\\\p\\{Z}](\\[\\\\p\\{Cf}\\\\p\\{Mn}]\\*)?)+", "[\\\\s\\\\p{Z}\\\\p{Cf}]+");
    }
}
