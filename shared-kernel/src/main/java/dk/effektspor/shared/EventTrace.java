package dk.effektspor.shared;

/** The metadata every event carries beside its payload; recorded-at is the message's own timestamp. */
public final class EventTrace {

    /** User name of who issued the command. */
    public static final String ACTOR = "actor";
    /** Role in which the actor acted. */
    public static final String ROLE = "role";
    /** The actor's own unit, absent for roles without one. */
    public static final String UNIT = "unit";
    /** The program the command came through: user agent or {@code import}. */
    public static final String CLIENT = "client";
    /** Id of the command, the same when the same request is sent again. */
    public static final String COMMAND_ID = "commandId";
    /** Stable name of the command. */
    public static final String COMMAND = "command";
    /** Shared by everything that one request led to; Axon's own key. */
    public static final String CORRELATION = "traceId";
    /** The message that led to this one; Axon's own key. */
    public static final String CAUSATION = "correlationId";
    /** When the former system recorded an imported fact, ISO instant. */
    public static final String SOURCE_RECORDED_AT = "sourceRecordedAt";

    /** Who recorded an imported fact in the former system. */
    public static final String SOURCE_ACTOR = "sourceActor";

    /** The W3C's name for the place in a trace; absent unless the request was traced. */
    public static final String TRACE_PARENT = "traceparent";

    private EventTrace() {}
}
