package dk.effektspor.platform.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/**
 * Answers with a problem what Tomcat refuses before any filter: an address or a header it cannot read. Left to itself it
 * would answer with a page in English, or take its own exception for a failure of ours.
 */
final class ContainerRefusals extends ValveBase {

    private static final int FIRST_REFUSAL = 400;

    private final Problems problems;

    ContainerRefusals(Problems problems) {
        super(true);
        this.problems = problems;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (response.getStatus() < FIRST_REFUSAL) {
            getNext().invoke(request, response);
            return;
        }
        // Tomcat lets nobody write into an answer that is an error.
        response.setSuspended(false);
        problems.write(request, response, Outcomes.ofStatus(response.getStatus()));
    }

    /** Stands before every other valve: they take it for granted that there is an address. */
    record InFront(Problems problems)
            implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {

        @Override
        public void customize(ConfigurableTomcatWebServerFactory tomcat) {
            tomcat.addEngineValves(new ContainerRefusals(problems));
        }

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }
    }
}
