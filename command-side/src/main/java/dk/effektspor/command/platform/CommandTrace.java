package dk.effektspor.command.platform;

/**
 * The metadata a command carries for its handler, beside the actor's own; together with the catalogue it becomes the
 * {@link dk.effektspor.command.Circumstances}. The command's id travels under {@code EventTrace.COMMAND_ID}.
 */
public final class CommandTrace {

    /** When the command was received, an {@link java.time.Instant}: commands do not leave the process. */
    public static final String RECEIVED_AT = "receivedAt";
    /** Codes of the units whose cases the caller may change, with commas between, or {@link #UNBOUND}. */
    public static final String SCOPE = "scope";
    /** The version the caller has seen; absent when it does not matter. */
    public static final String EXPECTED_VERSION = "expectedVersion";
    /** The scope of a caller who is not bound to units: the import. */
    public static final String UNBOUND = "*";

    private CommandTrace() {}
}
