package dk.effektspor.command.importing;

import dk.effektspor.platform.vault.Vault;
import dk.effektspor.platform.web.Problem;
import dk.effektspor.shared.casefile.CaseId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes lines to their cases on several threads: one case's lines always on the same one and so in order, different
 * cases beside each other so that their commits share a flush of the disk.
 */
final class ImportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);
    private static final int QUEUE = 128;
    private static final int CASES_REMEMBERED = 4096;
    private static final int PATIENCE = 40;
    private static final Job END = new Job(0, null);

    private final LineDesk desk;
    private final Ledger ledger;
    private final Origin origin;
    private final Function<CaseId, Optional<Long>> lastSequence;
    private final List<BlockingQueue<Job>> queues = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopped;

    private record Job(long number, @Nullable ImportLine line) {}

    ImportWork(
            LineDesk desk, Ledger ledger, Origin origin, Function<CaseId, Optional<Long>> lastSequence, int workers) {
        this.desk = desk;
        this.ledger = ledger;
        this.origin = origin;
        this.lastSequence = lastSequence;
        for (int i = 0; i < workers; i++) {
            BlockingQueue<Job> queue = new ArrayBlockingQueue<>(QUEUE);
            queues.add(queue);
            Thread thread = new Thread(() -> work(queue), "import-" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
    }

    /** Hands a line over, waiting while the workers are behind; false if the work has stopped. */
    boolean offer(long number, byte[] bytes, boolean tooLong) throws InterruptedException, IOException {
        while (!ledger.begin(100)) {
            if (stopped) {
                return false;
            }
        }
        ImportLine line;
        try {
            if (tooLong) {
                throw new Problem(400, "import.line-too-long", Map.of("most", Lines.LONGEST));
            }
            line = desk.read(bytes);
        } catch (Problem unreadable) {
            ledger.complete(number, Outcome.rejected(unreadable, null));
            return !stopped;
        }
        int lane = Math.floorMod(String.valueOf(line.caseNumber()).hashCode(), queues.size());
        Job job = new Job(number, line);
        while (!stopped) {
            if (queues.get(lane).offer(job, 100, TimeUnit.MILLISECONDS)) {
                return true;
            }
        }
        return false;
    }

    /** Says that no more lines come. */
    void end() throws InterruptedException {
        for (BlockingQueue<Job> queue : queues) {
            while (!stopped && !queue.offer(END, 100, TimeUnit.MILLISECONDS)) {
                // The worker is behind, or has stopped.
            }
        }
    }

    /** Waits for the workers; whether all of them are through. */
    boolean ended(long millis) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        for (Thread thread : threads) {
            long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
            thread.join(Math.max(1, left));
        }
        return threads.stream().noneMatch(Thread::isAlive);
    }

    /** Lets each worker finish the line in hand and no other. */
    void stop() {
        stopped = true;
    }

    boolean stopped() {
        return stopped;
    }

    private void work(BlockingQueue<Job> queue) {
        Map<CaseId, Long> versions = new LinkedHashMap<>(64, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<CaseId, Long> eldest) {
                return size() > CASES_REMEMBERED;
            }
        };
        try {
            while (!stopped) {
                Job job = queue.poll(100, TimeUnit.MILLISECONDS);
                if (job == null) {
                    continue;
                }
                ImportLine line = job.line();
                if (line == null) {
                    return;
                }
                ledger.complete(job.number(), outcome(line, versions));
            }
        } catch (IOException | RuntimeException e) {
            LOG.error("The import stops: a line could neither be taken nor rejected", e);
            stopped = true;
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }

    private Outcome outcome(ImportLine line, Map<CaseId, Long> versions) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return carryOut(line, versions);
            } catch (Problem problem) {
                if (problem.status() < 500) {
                    return Outcome.rejectedLine(problem, line);
                }
                if (attempt == PATIENCE || stopped) {
                    throw problem;
                }
                // The store is away for the moment: that is no fault of the line.
                TimeUnit.MILLISECONDS.sleep(Math.min(2_000, 50L * attempt));
            } catch (Vault.KeyDestroyed forgotten) {
                return Outcome.rejected(new Problem(410, "citizen.forgotten", Map.of()), line.id());
            }
        }
    }

    private Outcome carryOut(ImportLine line, Map<CaseId, Long> versions) {
        LineIds ids = new LineIds(line);
        // The version before tells a line that changed something from one the case had already taken.
        long before = versions.computeIfAbsent(
                ids.caseId(), id -> lastSequence.apply(id).map(last -> last + 1).orElse(0L));
        long after = desk.carryOut(line, ids, origin);
        versions.put(ids.caseId(), Math.max(before, after));
        return after > before ? Outcome.ACCEPTED : Outcome.UNCHANGED;
    }
}
