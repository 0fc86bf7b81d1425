package dk.effektspor.command.importing;

import dk.effektspor.command.importing.ImportRuns.Run;
import dk.effektspor.command.importing.ImportRuns.State;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.platform.web.ProblemTexts;
import dk.effektspor.shared.casefile.CaseId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;

/** Runs imports; each at most once at a time, each from where it was. */
class Imports {

    private static final Duration SILENCE = Duration.ofMinutes(1);
    private static final long STEP = TimeUnit.SECONDS.toNanos(1);

    private final LineDesk desk;
    private final ImportRuns runs;
    private final Path folder;
    private final int workers;
    private final Function<CaseId, Optional<Long>> lastSequence;
    private final Clock clock;
    private final ProblemTexts texts = new ProblemTexts();
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    Imports(
            LineDesk desk,
            ImportRuns runs,
            Path folder,
            int workers,
            Function<CaseId, Optional<Long>> lastSequence,
            Clock clock) {
        this.desk = desk;
        this.runs = runs;
        this.folder = folder;
        this.workers = workers;
        this.lastSequence = lastSequence;
        this.clock = clock;
    }

    /** Is told how far an import has come. */
    @FunctionalInterface
    interface Listener {
        void at(Progress progress, State state, @Nullable Stop stop, Path rejects) throws IOException;
    }

    Optional<Run> find(String importId) {
        return runs.find(importId).map(this::asItIs);
    }

    /** An import that says it runs, and nobody has told of for long, died with its application. */
    private Run asItIs(Run run) {
        boolean dead = run.state() == State.RUNNING
                && !running.contains(run.importId())
                && run.updatedAt().isBefore(clock.instant().minus(SILENCE));
        Stop killed = new Stop(run.progress().linesDone() + 1, Stop.KILLED);
        return dead ? new Run(run.importId(), run.progress(), State.INTERRUPTED, killed, run.updatedAt()) : run;
    }

    Path rejects(String importId) {
        return folder.resolve(importId + "-rejects.ndjson");
    }

    /** Reads a file's lines from where the import was, tells how it goes, and tells last how it ended. */
    void run(String importId, InputStream body, Origin origin, Listener listener) throws IOException {
        if (!running.add(importId)) {
            throw new Problem(409, "import.running", Map.of("importId", importId));
        }
        try {
            Progress start = runs.find(importId).map(Run::progress).orElse(Progress.NONE);
            try (Rejects rejects = Rejects.open(rejects(importId), start.linesDone(), texts)) {
                run(importId, new Lines(body), start, rejects, origin, listener);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Problem(503, "store.away", Map.of());
        } finally {
            running.remove(importId);
        }
    }

    private void run(String importId, Lines lines, Progress start, Rejects rejects, Origin origin, Listener listener)
            throws IOException, InterruptedException {
        Ledger ledger = new Ledger(start, rejects);
        ImportWork work = new ImportWork(desk, ledger, origin, lastSequence, workers);
        runs.save(importId, start, State.RUNNING, null);
        State state = State.INTERRUPTED;
        Stop stop;
        String reason = Stop.CUT_OFF;
        try {
            if (feed(importId, lines, start.linesDone(), ledger, work, rejects, listener)) {
                work.end();
                while (!work.ended(TimeUnit.NANOSECONDS.toMillis(STEP)) && !stopping(work)) {
                    tell(importId, ledger, rejects, listener);
                }
                state = work.stopped() ? State.INTERRUPTED : State.DONE;
            }
            reason = closing ? Stop.CLOSING : Stop.FAULT;
        } finally {
            work.stop();
            while (!work.ended(100)) {
                // The line in hand is finished, so that what is counted is what was done.
            }
            stop = state == State.DONE ? null : stop(work, ledger, reason);
            runs.save(importId, ledger.checkpoint(), state, stop);
        }
        listener.at(ledger.progress(), state, stop, rejects.path());
    }

    private static Stop stop(ImportWork work, Ledger ledger, String reason) {
        Stop stuck = work.stuck();
        return stuck != null ? stuck : new Stop(ledger.progress().linesDone() + 1, reason);
    }

    /** Whether the whole file was read. */
    private boolean feed(
            String importId,
            Lines lines,
            long linesDone,
            Ledger ledger,
            ImportWork work,
            Rejects rejects,
            Listener listener)
            throws IOException, InterruptedException {
        long told = System.nanoTime();
        long number = 0;
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            number++;
            if (number <= linesDone) {
                continue;
            }
            if (stopping(work) || !work.offer(number, line, lines.tooLong())) {
                return false;
            }
            if (System.nanoTime() - told > STEP) {
                told = System.nanoTime();
                tell(importId, ledger, rejects, listener);
            }
        }
        return true;
    }

    private void tell(String importId, Ledger ledger, Rejects rejects, Listener listener) throws IOException {
        Progress progress = ledger.checkpoint();
        runs.save(importId, progress, State.RUNNING, null);
        listener.at(progress, State.RUNNING, null, rejects.path());
    }

    private boolean stopping(ImportWork work) {
        if (closing) {
            work.stop();
        }
        return work.stopped();
    }

    @EventListener
    void onClosing(ContextClosedEvent event) {
        closing = true;
    }
}
