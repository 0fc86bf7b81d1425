package dk.effektspor.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Walks every endpoint of an application with every role and with none. Extend it in a test that starts the application
 * on a port; there is no list to keep.
 */
public abstract class EndpointAccessWalk {

    private static final String SOME_ID = "00000000-0000-4000-8000-000000000000";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void every_endpoint_of_the_interface_says_with_one_annotation_who_may_use_it() {
        List<Endpoint> ours =
                endpoints().filter(e -> e.path().startsWith("/api/")).toList();

        assertThat(ours).isNotEmpty();
        assertThat(ours)
                .allSatisfy(e -> assertThat(AccessCheck.admitting(e.handler().getMethod()))
                        .as(e.toString())
                        .hasSize(1));
    }

    @Test
    void without_sign_in_only_health_answers() {
        Caller nobody = Caller.of(context.getEnvironment());
        List<String> wrong = new ArrayList<>();
        endpoints().forEach(endpoint -> {
            int status = endpoint.status(nobody);
            if (endpoint.isOpen() ? status != 200 : status != 401) {
                wrong.add(endpoint + " answered " + status);
            }
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void each_role_gets_in_where_it_belongs_and_nowhere_else() {
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            Caller caller = Caller.of(context.getEnvironment()).as(role, jdbc);
            endpoints().forEach(endpoint -> {
                int status = endpoint.status(caller);
                boolean admitted = endpoint.admitted().contains(role);
                if (admitted ? status == 401 || status == 403 || status >= 500 : status != 403) {
                    wrong.add(role + " at " + endpoint + " answered " + status);
                }
            });
        }

        assertThat(wrong).isEmpty();
    }

    private Stream<Endpoint> endpoints() {
        return context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(entry -> endpoints(entry.getKey(), entry.getValue()));
    }

    private static Stream<Endpoint> endpoints(RequestMappingInfo info, HandlerMethod handler) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        String contentType = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .filter(MediaType::isConcrete)
                .map(MediaType::toString)
                .orElse("application/json");
        return info.getPatternValues().stream()
                .flatMap(path -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                        .stream().map(method -> new Endpoint(method, path, contentType, handler)));
    }

    private record Endpoint(RequestMethod method, String path, String contentType, HandlerMethod handler) {

        boolean isOpen() {
            return Arrays.asList(SecurityConfiguration.OPEN).contains(path);
        }

        Set<Role> admitted() {
            if (isOpen()) {
                return EnumSet.allOf(Role.class);
            }
            if (path.startsWith("/actuator")) {
                return EnumSet.of(Role.OPERATOR);
            }
            return AccessCheck.isOurs(handler) ? AccessCheck.rolesOf(handler.getMethod()) : EnumSet.allOf(Role.class);
        }

        int status(Caller caller) {
            String address =
                    path.replace("**", "x").replaceAll("\\{\\w*[iI]d}", SOME_ID).replaceAll("\\{[^}]*}", "x");
            boolean reads = method == RequestMethod.GET || method == RequestMethod.HEAD;
            HttpResponse<InputStream> answer = (reads ? caller : caller.with("Content-Type", contentType))
                    .send(
                            method.name(),
                            address,
                            reads ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString("{}"),
                            HttpResponse.BodyHandlers.ofInputStream());
            // A stream of events would go on for ever; the status is all we ask for.
            try (InputStream unread = answer.body()) {
                return answer.statusCode();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
