package dk.effektspor.command.platform;

import dk.effektspor.platform.security.Actor;
import dk.effektspor.shared.EventTrace;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The metadata of a command: who, in what capacity, through what, when, and how far they may reach. */
public final class Traces {

    private Traces() {}

    static Map<String, Object> of(Caller caller, String correlation, String command, String commandId, Instant now) {
        Map<String, Object> trace =
                new HashMap<>(unbound(caller.actor(), caller.client(), correlation, command, commandId, now));
        trace.put(CommandTrace.SCOPE, String.join(",", caller.actor().units()));
        Long expected = caller.expectedVersion();
        if (expected != null) {
            trace.put(CommandTrace.EXPECTED_VERSION, expected);
        }
        return trace;
    }

    /** What commands of every origin carry; without more, they may change the cases of all units. */
    public static Map<String, Object> unbound(
            Actor actor, String client, String correlation, String command, String commandId, Instant now) {
        Map<String, Object> trace = new HashMap<>();
        trace.put(EventTrace.ACTOR, actor.user());
        trace.put(EventTrace.ROLE, actor.role().name());
        if (actor.unit() != null) {
            trace.put(EventTrace.UNIT, actor.unit());
        }
        trace.put(EventTrace.CLIENT, client);
        trace.put(EventTrace.CORRELATION, correlation);
        trace.put(EventTrace.COMMAND_ID, commandId);
        trace.put(EventTrace.COMMAND, command);
        trace.put(CommandTrace.RECEIVED_AT, now);
        trace.put(CommandTrace.SCOPE, CommandTrace.UNBOUND);
        return trace;
    }
}
