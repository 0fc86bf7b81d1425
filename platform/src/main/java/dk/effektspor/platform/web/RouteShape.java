package dk.effektspor.platform.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.Element;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/**
 * The number of parts of a route's path and the words among them. It may admit a path that Spring's pattern does not match,
 * and never leaves one out that it does.
 */
final class RouteShape {

    /** What makes more of a pattern than plain words and variables that stand for one part each. */
    private static final String WILD = "*?:;%";

    /** Of each pattern of words and variables its parts, a variable being null; or nothing, and every path is admitted. */
    private final @Nullable List<@Nullable String[]> patterns;

    private RouteShape(@Nullable List<@Nullable String[]> patterns) {
        this.patterns = patterns;
    }

    static RouteShape of(RequestMappingInfo route) {
        return of(route.getPatternValues());
    }

    static RouteShape of(Set<String> patterns) {
        boolean wild = patterns.stream().anyMatch(p -> p.isEmpty() || p.chars().anyMatch(c -> WILD.indexOf(c) >= 0));
        return new RouteShape(
                wild ? null : patterns.stream().map(RouteShape::parts).toList());
    }

    private static @Nullable String[] parts(String pattern) {
        return PathContainer.parsePath(pattern).elements().stream()
                .map(Element::value)
                .map(part -> part.contains("{") ? null : part)
                .toArray(String[]::new);
    }

    boolean admits(PathContainer path) {
        if (patterns == null) {
            return true;
        }
        for (@Nullable String[] parts : patterns) {
            if (admits(parts, path.elements())) {
                return true;
            }
        }
        return false;
    }

    private static boolean admits(@Nullable String[] parts, List<Element> path) {
        if (parts.length != path.size()) {
            return false;
        }
        // Routes differ at their ends: their beginnings are all the same.
        for (int i = parts.length - 1; i >= 0; i--) {
            String part = parts[i];
            if (part != null && !part.equals(word(path.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /** What Spring compares: a part of the path decoded and without its parameters. */
    private static String word(Element element) {
        return element instanceof PathSegment segment ? segment.valueToMatch() : element.value();
    }
}
