package dk.effektspor.command;

/** The caller has seen another version of the case than the one it now has. */
public final class VersionConflict extends RuntimeException {

    private final long expected;
    private final long actual;

    public VersionConflict(long expected, long actual) {
        super("expected version " + expected + ", but the case is at " + actual, null, false, false);
        this.expected = expected;
        this.actual = actual;
    }

    public long expected() {
        return expected;
    }

    public long actual() {
        return actual;
    }
}
