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

    /** Both in work and waiting: a place in work that the next in the row is about to take is nobody else's. */
    private final AtomicInteger present = new AtomicInteger();

    WorkGate(int inWork, int waiting, Duration longestWait) {
        this.inWork = inWork;
        this.places = inWork + waiting;
        this.longestWait = longestWait.toNanos();
        // Fair: with the last come served first, those in front would wait until they are turned away.
        this.room = new Semaphore(inWork, true);
    }

    /** Waits if need be; who is admitted must {@link #leave}, and nobody else may. */
    Verdict enter() {
        if (!tookPlace()) {
            return Verdict.QUEUE_FULL;
        }
        boolean admitted = false;
        try {
            admitted = hasRoomInTime();
            return admitted ? Verdict.ADMITTED : Verdict.WAITED_TOO_LONG;
        } finally {
            if (!admitted) {
                present.decrementAndGet();
            }
        }
    }

    void leave() {
        present.decrementAndGet();
        room.release();
    }

    /** How many are in work. */
    int inWork() {
        return inWork - room.availablePermits();
    }

    /** How many wait, as far as that can be told while they come and go. */
    int waiting() {
        return Math.max(0, present.get() - inWork());
    }

    private boolean tookPlace() {
        int before = present.getAndUpdate(now -> Math.min(now + 1, places));
        return before < places;
    }

    private boolean hasRoomInTime() {
        try {
            // Not tryAcquire(): that one would push in before those who wait.
            return room.tryAcquire(longestWait, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            // The server is going down.
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
