package dk.effektspor.platform.web;

import dk.effektspor.shared.EventTrace;
import jakarta.servlet.ServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The id that ties a request, its log lines and its events together. */
public final class Correlation {

    public static final String HEADER = "X-Correlation-Id";

    /** In the log it has the name it has in the metadata of commands and events. */
    public static final String MDC_KEY = EventTrace.CORRELATION;

    // Sixteen characters at least: a CPR number someone puts here by mistake is not taken into the log.
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    private Correlation() {}

    /** The id of the request this thread is answering, if it is. */
    public static @Nullable String current() {
        return MDC.get(MDC_KEY);
    }

    static String of(@Nullable String sent) {
        return sent != null && WELL_FORMED.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
    }

    /** Also when the container answers an error after the filters are done. */
    static @Nullable String of(ServletRequest request) {
        return (String) request.getAttribute(Correlation.class.getName());
    }

    static void keep(ServletRequest request, String id) {
        request.setAttribute(Correlation.class.getName(), id);
    }
}
