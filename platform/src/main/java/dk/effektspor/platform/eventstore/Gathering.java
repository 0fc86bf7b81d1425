package dk.effektspor.platform.eventstore;

/**
 * How long the followers of the log let events gather before they look at it. The more events of a case are taken in at once,
 * the fewer times its documents are written: while events come faster than a look for each few is worth, the time doubles,
 * and it is the shortest again as soon as they do not.
 */
final class Gathering {

    /** More than so many in the shortest time come too fast. */
    static final int MANY = 32;

    /** So many times the shortest at most. */
    static final int LONGEST = 4;

    private final long shortest;
    private volatile long nanos;

    Gathering(long shortest) {
        this.shortest = shortest;
        this.nanos = shortest;
    }

    long nanos() {
        return nanos;
    }

    /** Takes note of what has come within a time; one thread at a time. */
    void gathered(int events, long within) {
        boolean fast = events * (double) shortest > MANY * (double) within;
        nanos = fast ? Math.min(2 * nanos, LONGEST * shortest) : shortest;
    }
}
