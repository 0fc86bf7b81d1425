package dk.effektspor.command.importing;

import dk.effektspor.command.platform.Traces;
import dk.effektspor.platform.security.Actor;
import dk.effektspor.shared.EventTrace;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * Who runs the import; bound to no unit.
 *
 * @param correlation shared by every event of the run
 */
record Origin(Actor actor, String correlation, Clock clock) {

    static final String CLIENT = "import";

    Map<String, Object> trace(String command, String commandId, ImportLine line) {
        Map<String, Object> trace =
                new HashMap<>(Traces.unbound(actor, CLIENT, correlation, command, commandId, clock.instant()));
        if (line.recordedAt() != null) {
            trace.put(EventTrace.SOURCE_RECORDED_AT, line.recordedAt().toString());
        }
        if (line.by() != null) {
            trace.put(EventTrace.SOURCE_ACTOR, line.by());
        }
        return trace;
    }
}
