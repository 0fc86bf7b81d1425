package dk.effektspor.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Spring's routes, of which only those are asked that can be meant: Spring asks each of some hundred for its method, headers
 * and types before its path, a twentieth of what a command costs (docs/performance.md). Where none is meant, or several are,
 * Spring looks itself, and says what is amiss.
 */
final class Routes extends RequestMappingHandlerMapping {

    private List<Route> routes = List.of();

    private record Route(RequestMappingInfo mapping, RouteShape shape, HandlerMethod method) {}

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> methods) {
        super.handlerMethodsInitialized(methods);
        routes = methods.entrySet().stream()
                .map(route -> new Route(route.getKey(), RouteShape.of(route.getKey()), route.getValue()))
                .toList();
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        List<Route> meant = meant(request);
        if (meant.size() != 1) {
            return super.lookupHandlerMethod(path, request);
        }
        Route route = meant.get(0);
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, route.method());
        handleMatch(route.mapping(), path, request);
        return route.method();
    }

    /** With what of each mapping matches the request. */
    private List<Route> meant(HttpServletRequest request) {
        PathContainer path =
                ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
        List<Route> meant = new ArrayList<>(1);
        for (Route route : routes) {
            if (route.shape().admits(path)) {
                RequestMappingInfo match = getMatchingMapping(route.mapping(), request);
                if (match != null) {
                    meant.add(new Route(match, route.shape(), route.method()));
                }
            }
        }
        return meant;
    }
}
