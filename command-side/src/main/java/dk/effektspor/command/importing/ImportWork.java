package dk.effektspor.command.importing;

import dk.effektspor.platform.web.Problem;
import dk.effektspor.shared.casefile.CaseId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
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
    private static final int QUEUE = 400;
    /** Lines in one transaction at most: more save nothing, and hold their cases longer. */
    private static final int TOGETHER = 100;

    /** Bytes of lines read and not yet taken; of long lines fewer wait. */
    private static final int IN_HAND = 8 * Lines.LONGEST;

    private static final Job END = new Job(0, new ImportLine(null, null, null, null, null, null, null, null, null), 0);

    private final LineDesk desk;
    private final Ledger ledger;
    private final Origin origin;
    private final Function<CaseId, Optional<Long>> lastSequence;
    private final List<BlockingQueue<Job>> queues = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Semaphore inHand = new Semaphore(IN_HAND);
    private final AtomicReference<@Nullable Stop> stuck = new AtomicReference<>();
    private volatile boolean stopped;

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
        while (!inHand.tryAcquire(bytes.length, 100, TimeUnit.MILLISECONDS)) {
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
            inHand.release(bytes.length);
            ledger.complete(number, Outcome.rejected(unreadable, null));
            return !stopped;
        }
        int lane = Math.floorMod(String.valueOf(line.caseNumber()).hashCode(), queues.size());
        Job job = new Job(number, line, bytes.length);
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

    /** The line that stopped the work, if one did. */
    @Nullable
    Stop stuck() {
        return stuck.get();
    }

    /** Lets each worker finish the lines in hand and no others. */
    void stop() {
        stopped = true;
    }

    boolean stopped() {
        return stopped;
    }

    private void work(BlockingQueue<Job> queue) {
        Lane lane = new Lane(desk, ledger, origin, lastSequence, () -> stopped);
        List<Job> jobs = new ArrayList<>(TOGETHER);
        try {
            while (!stopped) {
                Job job = queue.poll(100, TimeUnit.MILLISECONDS);
                if (job == null) {
                    continue;
                }
                jobs.add(job);
                queue.drainTo(jobs, TOGETHER - 1);
                boolean last = jobs.remove(END);
                lane.take(jobs);
                inHand.release(jobs.stream().mapToInt(Job::bytes).sum());
                jobs.clear();
                if (last) {
                    return;
                }
            }
        } catch (Lane.Stuck fault) {
            LOG.error(
                    "The import stops: line {} could neither be taken nor rejected",
                    fault.stop().line(),
                    fault);
            stuck.compareAndSet(null, fault.stop());
            stopped = true;
        } catch (IOException | RuntimeException e) {
            LOG.error("The import stops: the outcome of a line could not be booked", e);
            stopped = true;
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        }
    }
}
