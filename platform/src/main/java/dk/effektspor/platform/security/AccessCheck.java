package dk.effektspor.platform.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets a role into a handler if the handler's access annotation admits it. It asks before the body is read, so that
 * someone who may not write learns nothing from how a body is judged. Our own handlers without annotation admit nobody.
 */
final class AccessCheck implements HandlerInterceptor {

    private final Map<Method, Set<Role>> admitted = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() != DispatcherType.ERROR
                && handler instanceof HandlerMethod method
                && isOurs(method)
                && !admitted.computeIfAbsent(method.getMethod(), AccessCheck::rolesOf)
                        .contains(currentRole())) {
            throw new AccessDeniedException("Not for this role");
        }
        return true;
    }

    /** The roles that a handler's annotations admit; empty without annotation. */
    static Set<Role> rolesOf(Method method) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        admitting(method)
                .forEach(a -> roles.addAll(
                        List.of(a.annotationType().getAnnotation(Admits.class).value())));
        return roles;
    }

    /** The access annotations of a method; there should be exactly one. */
    static List<Annotation> admitting(Method method) {
        return Arrays.stream(method.getAnnotations())
                .filter(a -> a.annotationType().isAnnotationPresent(Admits.class))
                .toList();
    }

    static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("dk.effektspor.")
                && !ErrorController.class.isAssignableFrom(method.getBeanType());
    }

    private static Role currentRole() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn) {
            Role role = signedIn.role();
            if (role != null) {
                return role;
            }
        }
        throw Refusals.NO_ROLE;
    }
}
