package dk.effektspor.query.access;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.springframework.http.MediaType;

/** In which form an extract is wanted. */
enum ExtractFormat {
    /** For programs. */
    JSON(MediaType.APPLICATION_JSON),
    /** To be read and handed over. */
    TEXT(MediaType.parseMediaType("text/plain;charset=UTF-8")),
    /** For a spreadsheet: semicolons, UTF-8 with a mark at the beginning, as Danish Excel wants it. */
    CSV(MediaType.parseMediaType("text/csv;charset=UTF-8"));

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");

    private final MediaType mediaType;

    ExtractFormat(MediaType mediaType) {
        this.mediaType = mediaType;
    }

    MediaType mediaType() {
        return mediaType;
    }

    Object write(Extract extract, ZoneId zone, Locale language) {
        AccessWords words = AccessWords.in(language);
        return switch (this) {
            case JSON -> extract;
            case TEXT -> text(extract, zone, words);
            case CSV -> csv(extract, zone, words);
        };
    }

    private static String text(Extract extract, ZoneId zone, AccessWords words) {
        StringJoiner text = new StringJoiner("\n", "", "\n");
        text.add(words.text("extract.title")).add("").add(extract.note()).add("");
        text.add(words.text("extract.count", extract.looks().size())).add("");
        for (Extract.Line look : extract.looks()) {
            text.add(words.text(
                    "extract.line",
                    TIME.format(look.at().atZone(zone)),
                    look.what(),
                    look.purpose(),
                    look.unit(),
                    look.outcome()));
        }
        return text.toString();
    }

    private static String csv(Extract extract, ZoneId zone, AccessWords words) {
        StringJoiner text = new StringJoiner("\r\n", "\uFEFF", "\r\n");
        text.add(words.text("extract.columns"));
        for (Extract.Line look : extract.looks()) {
            text.add(
                    row(TIME.format(look.at().atZone(zone)), look.what(), look.purpose(), look.unit(), look.outcome()));
        }
        return text.toString();
    }

    private static String row(String... cells) {
        return String.join(
                ";",
                Stream.of(cells)
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .toList());
    }
}
