package dk.effektspor.query.audit.paper.page;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A text cut into what can be drawn as it stands and what cannot. What has no glyph, cannot be seen, turns the direction of
 * writing or piles up on other letters is told by its code: paper must neither lose a character nor show another one.
 */
final class PrintableText {

    /** A run of characters, a run of codes, or the end of a line. */
    record Run(Kind kind, String text) {}

    /** What a run holds. */
    enum Kind {
        PLAIN,
        CODES,
        BREAK
    }

    private static final IntPredicate DRAWN = codePoint -> switch (Character.getType(codePoint)) {
        case Character.CONTROL,
                Character.FORMAT,
                Character.SURROGATE,
                Character.PRIVATE_USE,
                Character.UNASSIGNED,
                Character.NON_SPACING_MARK,
                Character.ENCLOSING_MARK,
                Character.COMBINING_SPACING_MARK -> false;
        default -> writtenFromTheLeft(codePoint) && Faces.have(codePoint);
    };

    private final List<Run> runs = new ArrayList<>();
    private final StringBuilder run = new StringBuilder();
    private Kind kind = Kind.PLAIN;

    private PrintableText() {}

    static List<Run> of(String text) {
        PrintableText printable = new PrintableText();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .codePoints()
                .forEach(printable::add);
        printable.end();
        return printable.runs;
    }

    private void add(int codePoint) {
        if (isBreak(codePoint)) {
            end();
            runs.add(new Run(Kind.BREAK, "\n"));
        } else if (codePoint == '\t' || Character.getType(codePoint) == Character.SPACE_SEPARATOR) {
            in(Kind.PLAIN).append(codePoint == '\u00a0' ? '\u00a0' : ' ');
        } else if (DRAWN.test(codePoint)) {
            in(Kind.PLAIN).appendCodePoint(codePoint);
        } else {
            StringBuilder codes = in(Kind.CODES);
            codes.append(codes.isEmpty() ? "" : " ").append("U+%04X".formatted(codePoint));
        }
    }

    private static boolean isBreak(int codePoint) {
        return codePoint == '\n'
                || codePoint == '\r'
                || codePoint == 0x0B
                || codePoint == '\f'
                || codePoint == 0x85
                || codePoint == 0x2028
                || codePoint == 0x2029;
    }

    private static boolean writtenFromTheLeft(int codePoint) {
        return switch (Character.getDirectionality(codePoint)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_ARABIC_NUMBER -> false;
            default -> true;
        };
    }

    private StringBuilder in(Kind wanted) {
        if (kind != wanted) {
            end();
            kind = wanted;
        }
        return run;
    }

    private void end() {
        if (!run.isEmpty()) {
            runs.add(new Run(kind, run.toString()));
            run.setLength(0);
        }
    }
}
