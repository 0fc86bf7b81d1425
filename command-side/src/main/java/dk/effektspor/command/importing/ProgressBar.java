package dk.effektspor.command.importing;

import java.util.Locale;

/** A line that says how far an import is, how fast it goes and how long it will take. */
final class ProgressBar {

    private static final int WIDTH = 30;
    private static final double NANOS = 1e9;

    private final long lines;
    private final long began;
    private long first = -1;

    ProgressBar(long lines, long began) {
        this.lines = lines;
        this.began = began;
    }

    String at(long done, long now, boolean danish) {
        if (first < 0) {
            // An import that goes on was not that fast: what was done before does not count.
            first = done;
        }
        double share = lines == 0 ? 1 : Math.min(1, (double) done / lines);
        double rate = (done - first) / Math.max(0.001, (now - began) / NANOS);
        int filled = (int) (share * WIDTH);
        String left = rate < 1 ? "?" : String.valueOf(Math.round((lines - done) / rate));
        return String.format(
                danish ? Locale.forLanguageTag("da") : Locale.ENGLISH,
                danish
                        ? "[%s%s] %3d %%  %,d/%,d linjer  %,d/s  %s s tilbage "
                        : "[%s%s] %3d %%  %,d/%,d lines  %,d/s  %s s left ",
                "#".repeat(filled),
                ".".repeat(WIDTH - filled),
                Math.round(share * 100),
                done,
                lines,
                Math.round(rate),
                left);
    }
}
