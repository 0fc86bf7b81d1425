package dk.effektspor.query.platform;

import dk.effektspor.platform.security.CaseReading;
import dk.effektspor.platform.security.EffectReading;
import dk.effektspor.platform.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets nobody take a view that is still being built for the whole truth: a list or a figure of half the cases looks like
 * one of all. Whoever asks for a version waits for that one and needs no more. A view that has stopped is whole as of
 * where it stopped, and the answer says so.
 */
public final class WholeViews implements HandlerInterceptor {

    /** Names the last position taken in, on answers from a view that has stopped. */
    public static final String STOPPED = "View-Stopped-At";

    private final Projections projections;
    private final String group;

    private WholeViews(Projections projections, String group) {
        this.projections = projections;
        this.group = group;
    }

    /** Guards what is read from the view of one projection. */
    public static WebMvcConfigurer guarding(
            Projections projections, String group, List<String> paths, String... except) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new WholeViews(projections, group))
                        .addPathPatterns(paths)
                        .excludePathPatterns(except);
            }
        };
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!reads(handler)) {
            return true;
        }
        if (request.getParameter("atLeast") == null && !projections.isWhole(group)) {
            throw new Problem(503, "view.incomplete", Map.of("view", group));
        }
        projections.stoppedAt(group).ifPresent(position -> response.setHeader(STOPPED, Long.toString(position)));
        return true;
    }

    /** Commands have the same paths in an application that takes both. */
    private static boolean reads(Object handler) {
        return handler instanceof HandlerMethod method
                && (method.hasMethodAnnotation(CaseReading.class) || method.hasMethodAnnotation(EffectReading.class));
    }
}
