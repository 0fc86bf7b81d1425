package dk.effektspor.platform.backup;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Tells the operator, in the operator's language, how far it is. */
final class Teller {

    private static final long OFTEN = TimeUnit.MILLISECONDS.toNanos(500);

    private final boolean danish;
    private final Locale locale;
    private final PrintStream out;
    private final boolean watched;
    private long toldAt = System.nanoTime();

    /** @param watched whether a person looks on, so that a line may be written over */
    Teller(Locale reader, PrintStream out, boolean watched) {
        this.danish = reader.getLanguage().equals("da");
        this.locale = danish ? Locale.forLanguageTag("da") : Locale.ENGLISH;
        this.out = out;
        this.watched = watched;
    }

    /** A sentence; what is in the arguments is written as the language writes numbers. */
    void say(String inDanish, String inEnglish, Object... arguments) {
        wipe();
        out.println(String.format(locale, danish ? inDanish : inEnglish, arguments));
    }

    /** How far one table is, now and then. */
    void at(String table, long bytes) {
        long now = System.nanoTime();
        if (watched && now - toldAt > OFTEN) {
            toldAt = now;
            wipe();
            out.print(String.format(locale, "  %s  %,d MB", table, bytes / 1_000_000));
            out.flush();
        }
    }

    private void wipe() {
        if (watched) {
            out.print("\r\u001b[K");
        }
    }
}
