package dk.effektspor.query.audit.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** What stands on every paper, in one language; dates as people write them. */
final class Words {

    private static final ZoneId HERE = ZoneId.of("Europe/Copenhagen");

    private final ResourceBundle texts;
    private final DateTimeFormatter date;
    private final DateTimeFormatter time;
    private final Locale language;

    Words(Locale language) {
        boolean english = "en".equals(language.getLanguage());
        this.language = english ? Locale.UK : Locale.forLanguageTag("da-DK");
        this.texts = ResourceBundle.getBundle("messages/paper", this.language);
        this.date = DateTimeFormatter.ofPattern(english ? "d MMMM yyyy" : "d. MMMM yyyy", this.language);
        this.time = DateTimeFormatter.ofPattern(
                english ? "d MMMM yyyy 'at' HH:mm:ss" : "d. MMMM yyyy 'kl.' HH.mm.ss", this.language);
    }

    Locale language() {
        return language;
    }

    /** The text under a key, with {0}, {1} … filled in. */
    String text(String key, Object... facts) {
        String text = texts.getString(key);
        for (int i = 0; i < facts.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(facts[i]));
        }
        return text;
    }

    boolean knows(String key) {
        return texts.containsKey(key);
    }

    String date(LocalDate on) {
        return date.format(on);
    }

    String time(Instant at) {
        return time.format(at.atZone(HERE));
    }

    int yearOf(Instant at) {
        return at.atZone(HERE).getYear();
    }

    String decimal(double number) {
        return String.format(language, "%.1f", number);
    }
}
