package dk.effektspor.platform.load;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets so many in at once, so many more wait in a row for so long, and turns the rest away at once. A request that has
 * waited in vain has cost a little; one that is let in beyond what can be done costs everybody their answer in time.
 */
final class WorkGate {

    /** What became of one who asked to enter. */
    enum Verdict {
        ADMITTED,
        QUEUE_FULL,
        WAITED_TOO_LONG
    }

    private final int inWork;
    private final int places;
    private final long longestWait;
    private final Semaphore room;
    private final AtomicInteger waiting = new AtomicInteger();

    WorkGate(int inWork, int waiting, Duration longestWait) {
        this.inWork = inWork;
        this.places = waiting;
        this.longestWait = longestWait.toNanos();
        // Fair: with the last come served first, those in front would wait until they are turned away.
        this.room = new Semaphore(inWork, true);
    }

    /** Waits if need be; who is admitted must {@link #leave}, and nobody else may. */
    Verdict enter() {
        if (hasRoomWithin(0)) {
            return Verdict.ADMITTED;
        }
        if (!tookPlace()) {
            return Verdict.QUEUE_FULL;
        }
        try {
            return hasRoomWithin(longestWait) ? Verdict.ADMITTED : Verdict.WAITED_TOO_LONG;
        } finally {
            waiting.decrementAndGet();
        }
    }

    void leave() {
        room.release();
    }

    /** How many are in work. */
    int inWork() {
        return inWork - room.availablePermits();
    }

    /** How many wait. */
    int waiting() {
        return waiting.get();
    }

    private boolean tookPlace() {
        int before = waiting.getAndUpdate(now -> Math.min(now + 1, places));
        return before < places;
    }

    private boolean hasRoomWithin(long nanos) {
        try {
            // Not tryAcquire(): that one would push in before those who wait.
            return room.tryAcquire(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            // The server is going down.
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
