package dk.effektspor.platform.load;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which gate a request goes through. Each kind of work has one of its own, so that heavy reads cannot keep commands out, nor
 * commands reads, nor either of them whoever looks after the service.
 */
final class Gates {

    private static final String HEALTH = "/actuator/health";
    private static final String EFFECTS = "/api/v1/effects/";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Map<String, WorkGate> byName = new LinkedHashMap<>();
    private final Named commands;
    private final Named reads;
    private final Named past;
    private final Named imports;
    private final Named operations;

    Gates(LoadSettings settings) {
        commands = named("commands", settings.commands());
        reads = named("reads", settings.reads());
        past = named("past", settings.past());
        imports = named("imports", settings.imports());
        operations = named("operations", settings.operations());
    }

    /** A gate with the name it has in the metrics. */
    record Named(String name, WorkGate gate) {}

    Map<String, WorkGate> byName() {
        return byName;
    }

    /** The gate of a request; null for health, which answers whatever else is going on. */
    @Nullable
    Named of(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (isHealth(path)) {
            return null;
        }
        if (path.startsWith("/actuator")) {
            return operations;
        }
        if (SAFE.contains(request.getMethod())) {
            return path.startsWith(EFFECTS) && asksOfThePast(request) ? past : reads;
        }
        return path.equals("/api/v1/imports") ? imports : commands;
    }

    static boolean isHealth(String path) {
        return path.equals(HEALTH) || path.startsWith(HEALTH + "/");
    }

    private static boolean asksOfThePast(HttpServletRequest request) {
        String query = request.getQueryString();
        return query != null && (query.contains("validAt") || query.contains("knownAt"));
    }

    private Named named(String name, LoadSettings.Gate bounds) {
        WorkGate gate = new WorkGate(bounds.inWork(), bounds.waiting(), bounds.longestWait());
        byName.put(name, gate);
        return new Named(name, gate);
    }
}
