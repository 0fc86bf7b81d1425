package dk.effektspor.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a parameter that the handler does not take: a misspelt date would be answered as of today, and look right. */
final class KnownParameters implements HandlerInterceptor {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,39}");
    private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    private final Map<HandlerMethod, List<String>> known = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            List<String> taken = known.computeIfAbsent(method, KnownParameters::of);
            for (String sent : Collections.list(request.getParameterNames())) {
                if (!taken.contains(sent)) {
                    throw unknown(sent, taken);
                }
            }
        }
        return true;
    }

    /** A name that is none may be what someone looked for, so it is not told back. */
    private static Problem unknown(String sent, List<String> taken) {
        String parameter = NAME.matcher(sent).matches() ? sent : "?";
        return new Problem(400, "request.unknown-parameter", Map.of("parameter", parameter, "allowed", taken));
    }

    private static List<String> of(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .map(KnownParameters::name)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable String name(MethodParameter parameter) {
        RequestParam declared = parameter.getParameterAnnotation(RequestParam.class);
        if (declared == null) {
            return null;
        }
        parameter.initParameterNameDiscovery(NAMES);
        return declared.name().isEmpty() ? parameter.getParameterName() : declared.name();
    }
}
