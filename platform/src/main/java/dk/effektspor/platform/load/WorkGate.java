package dk.effektspor.platform.load;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Lets so many in at once, so many more wait in a row for so long, and turns the rest away at once. A request that has
 * waited in vain has cost a little; one that is let in beyond what can be done costs everybody their answer in time. The
 * row is for a burst, which ends: where it stays full and more is turned away, a third of the places do nearly as much and
 * most are answered as soon as when there is no crowd.
 */
final class WorkGate {

    /** What became of one who asked to enter. */
    enum Verdict {
        ADMITTED,
        QUEUE_FULL,
        WAITED_TOO_LONG
    }

    /**
     * How long it is crowded after all places were taken and one was turned away, however many are turned away meanwhile: who
     * comes again at once must not keep most of the places from themselves. Those turned away are told to come again then.
     */
    private static final long CROWDED = Duration.ofSeconds(1).toNanos();

    private final int inWork;
    private final int places;
    private final int placesWhileCrowded;
    private final long longestWait;
    private final Semaphore room;
    private final LongSupplier nanos;

    /** Both in work and waiting: a place in work that the next in the row is about to take is nobody else's. */
    private final AtomicInteger present = new AtomicInteger();

    private volatile long crowdedSince;

    WorkGate(int inWork, int waiting, Duration longestWait) {
        this(inWork, waiting, longestWait, System::nanoTime);
    }

    WorkGate(int inWork, int waiting, Duration longestWait, LongSupplier nanos) {
        this.nanos = nanos;
        this.crowdedSince = nanos.getAsLong() - CROWDED;
        this.inWork = inWork;
        this.places = inWork + waiting;
        this.placesWhileCrowded = waiting == 0 ? places : Math.max(1, places / 3);
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

    /** Whether one who asked to enter now would be turned away; one who is told so has been. */
    boolean turnsAway() {
        int most = most();
        boolean full = present.get() >= most;
        if (full) {
            turnedAwayAt(most);
        }
        return full;
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
        int most = most();
        if (present.getAndUpdate(now -> now < most ? now + 1 : now) < most) {
            return true;
        }
        turnedAwayAt(most);
        return false;
    }

    private void turnedAwayAt(int most) {
        if (most == places) {
            crowdedSince = nanos.getAsLong();
        }
    }

    private int most() {
        return nanos.getAsLong() - crowdedSince < CROWDED ? placesWhileCrowded : places;
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
