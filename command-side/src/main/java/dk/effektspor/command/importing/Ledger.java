package dk.effektspor.command.importing;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Puts the outcomes of lines, which come in any order, back into the file's order. Only a prefix without holes counts as
 * done, so that an import that was killed can go on from there.
 */
final class Ledger {

    /** How far the fastest case may be ahead of the slowest; bounds the memory. */
    private static final int WINDOW = 16_384;

    private final Rejects rejects;
    private final Semaphore window = new Semaphore(WINDOW);
    private final Map<Long, Outcome> ahead = new HashMap<>();
    private Progress progress;

    Ledger(Progress start, Rejects rejects) {
        this.progress = start;
        this.rejects = rejects;
    }

    /** Waits until another line may be begun; false if the time runs out first. */
    boolean begin(long millis) throws InterruptedException {
        return window.tryAcquire(millis, TimeUnit.MILLISECONDS);
    }

    /** Books the outcome of a line, counted from 1. */
    synchronized void complete(long line, Outcome outcome) throws IOException {
        ahead.put(line, outcome);
        Outcome next = ahead.remove(progress.linesDone() + 1);
        while (next != null) {
            if (next.rejection() != null) {
                rejects.add(progress.linesDone() + 1, next.lineId(), next.rejection());
            }
            progress = progress.after(next);
            window.release();
            next = ahead.remove(progress.linesDone() + 1);
        }
    }

    /** The done prefix; its rejects are on disk when this returns. */
    synchronized Progress checkpoint() throws IOException {
        rejects.flush();
        return progress;
    }

    synchronized Progress progress() {
        return progress;
    }
}
