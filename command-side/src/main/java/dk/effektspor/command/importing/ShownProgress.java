package dk.effektspor.command.importing;

import java.io.IOException;

/** Shows how far an import is: on a terminal a line that changes, elsewhere, as in a log, a new line now and then. */
final class ShownProgress {

    static final long EVERY_NANOS = 10_000_000_000L;

    private final ProgressBar bar;
    private final boolean terminal;
    private final boolean danish;
    private final Appendable out;
    private long said;

    ShownProgress(ProgressBar bar, long began, boolean terminal, boolean danish, Appendable out) {
        this.bar = bar;
        this.said = began;
        this.terminal = terminal;
        this.danish = danish;
        this.out = out;
    }

    void show(long done, long now) throws IOException {
        String line = bar.at(done, now, danish);
        if (terminal) {
            out.append('\r').append(line);
        } else if (now - said >= EVERY_NANOS) {
            out.append(line.strip()).append('\n');
            said = now;
        }
    }

    void end(long done, long now) throws IOException {
        String line = bar.at(done, now, danish);
        out.append(terminal ? "\r" + line : line.strip()).append('\n');
    }
}
