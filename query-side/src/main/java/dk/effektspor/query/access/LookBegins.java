package dk.effektspor.query.access;

import dk.effektspor.platform.openapi.OperationTexts;
import dk.effektspor.platform.security.PersonReading;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Notes that a handler that can show a person is reached, before anything judges whether the reader may. */
final class LookBegins implements HandlerInterceptor {

    private final OperationTexts texts;
    private final Map<Method, String> names = new ConcurrentHashMap<>();

    LookBegins(OperationTexts texts) {
        this.texts = texts;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && PersonReading.isDoneBy(method)) {
            Looking looking = Looking.of(request);
            if (looking == null) {
                throw new IllegalStateException("A person would be shown to someone unrecorded: the filter is missing");
            }
            Object template = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            looking.begin(request, nameOf(method), String.valueOf(template));
            Subject.caseIn(request).ifPresent(looking::caseAsked);
            Subject.citizenIn(request).ifPresent(looking::citizenAsked);
        }
        return true;
    }

    private String nameOf(HandlerMethod handler) {
        return names.computeIfAbsent(handler.getMethod(), method -> {
            OperationTexts.Told told = texts.of(handler);
            return told == null ? method.getDeclaringClass().getSimpleName() + "." + method.getName() : told.id();
        });
    }
}
