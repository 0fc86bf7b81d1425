package dk.effektspor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Profile;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

class RoutesTest {

    private static final List<String> METHODS = List.of("GET", "POST", "DELETE", "PUT", "HEAD", "OPTIONS");
    private static final List<String> PATHS = List.of(
            "/cases",
            "/cases/",
            "/cases/7",
            "/cases/mine",
            "/cases/7/notes",
            "/cases/7/notes;v=1",
            "/cases/7/no%74es",
            "/cases/7/paper",
            "/cases/7/Notes",
            "/files/a/b",
            "/files",
            "/nothing",
            "");
    private static final List<String> TYPES =
            List.of("application/json", "application/pdf", "text/plain", "*/*", "neither");

    @RestController
    @Profile("routes")
    static class Controller {

        @GetMapping("/cases")
        void all() {}

        @GetMapping("/cases/{id}")
        void one() {}

        @GetMapping("/cases/mine")
        void mine() {}

        @PostMapping(path = "/cases/{id}/notes", consumes = "application/json")
        void note() {}

        @PostMapping(path = "/cases/{id}/notes", consumes = "text/plain")
        void plainNote() {}

        @DeleteMapping("/cases/{id}/notes")
        void forget() {}

        @GetMapping(path = "/cases/{id}/paper", produces = "application/pdf")
        void paper() {}

        @GetMapping({"/files/**", "/cases/{id}/files"})
        void files() {}
    }

    private final RequestMappingHandlerMapping springs = routes(new RequestMappingHandlerMapping());
    private final RequestMappingHandlerMapping ours = routes(new Routes());
    private final Random random = new Random(20261127);

    @Test
    void every_request_finds_what_it_finds_with_spring_alone() {
        TreeSet<String> seen = new TreeSet<>();
        for (int i = 0; i < 20_000; i++) {
            MockHttpServletRequest request = new MockHttpServletRequest(any(METHODS), any(PATHS));
            request.setContentType(any(TYPES));
            request.addHeader("Accept", any(TYPES));
            String expected = outcome(springs, request);
            assertThat(outcome(ours, request))
                    .as("%s %s", request.getMethod(), request.getRequestURI())
                    .isEqualTo(expected);
            seen.add(expected);
        }
        for (String method : List.of("all", "one", "mine", "note", "plainNote", "forget", "paper", "files")) {
            assertThat(seen).anyMatch(outcome -> outcome.startsWith(method + " "));
        }
        assertThat(seen).anyMatch(outcome -> outcome.contains("NotSupported")).contains("none");
    }

    /** The method with what its handler learns of the path, or what is amiss. */
    private static String outcome(RequestMappingHandlerMapping routes, MockHttpServletRequest request) {
        request.clearAttributes();
        ServletRequestPathUtils.parseAndCache(request);
        try {
            HandlerExecutionChain found = routes.getHandler(request);
            if (found == null) {
                return "none";
            }
            Map<String, Object> learned = new HashMap<>();
            for (String attribute : List.of(
                    HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE,
                    HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE,
                    HandlerMapping.MATRIX_VARIABLES_ATTRIBUTE,
                    HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE,
                    HandlerMapping.PATH_WITHIN_HANDLER_MAPPING_ATTRIBUTE)) {
                learned.put(attribute, request.getAttribute(attribute));
            }
            return ((HandlerMethod) found.getHandler()).getMethod().getName() + " " + learned;
        } catch (Exception amiss) {
            return amiss.toString();
        }
    }

    private static RequestMappingHandlerMapping routes(RequestMappingHandlerMapping routes) {
        StaticWebApplicationContext context = new StaticWebApplicationContext();
        context.registerSingleton("controller", Controller.class);
        context.refresh();
        routes.setApplicationContext(context);
        routes.afterPropertiesSet();
        return routes;
    }

    private String any(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
