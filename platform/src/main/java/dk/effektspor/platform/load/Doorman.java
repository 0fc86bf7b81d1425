package dk.effektspor.platform.load;

import dk.effektspor.platform.web.PreparedProblem;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.http.HttpHeaders;

/**
 * Says no where a gate is full, before anything else is done for the request: under overload most are turned away, and what
 * that costs is taken from those who are not. No filter, no correlation id, no log line; it is counted. Who comes past
 * while there is room may still be turned away by the {@link GateKeeper}.
 */
final class Doorman extends ValveBase {

    private final Gates gates;
    private final LoadMetrics metrics;
    private final PreparedProblem busy;

    Doorman(Gates gates, LoadMetrics metrics, PreparedProblem busy) {
        super(true);
        this.gates = gates;
        this.metrics = metrics;
        this.busy = busy;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Gates.Named named = gates.of(request);
        if (named == null || !named.gate().turnsAway()) {
            getNext().invoke(request, response);
            return;
        }
        metrics.shed(named.name(), WorkGate.Verdict.QUEUE_FULL);
        response.setHeader(HttpHeaders.RETRY_AFTER, GateKeeper.RETRY_AFTER);
        busy.write(request, response);
    }
}
