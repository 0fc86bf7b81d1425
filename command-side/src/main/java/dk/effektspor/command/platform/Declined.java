package dk.effektspor.command.platform;

import java.util.Map;
import org.axonframework.messaging.MetaData;

/** A refusal as an answer, for a command that shares its transaction with others. */
record Declined(RuntimeException why) {

    private static final String KEY = "mayBeDeclined";
    static final Map<String, Object> ALLOWED = Map.of(KEY, true);

    /** An opening that is refused leaves an empty case in the unit of work; that one must be rolled back. */
    static boolean allowed(MetaData trace) {
        return trace.containsKey(KEY) && !trace.containsKey(OnceOnly.RESERVED);
    }
}
