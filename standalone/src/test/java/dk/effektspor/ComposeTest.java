package dk.effektspor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** No container engine runs the compose file here, so what can be checked without one is checked. */
class ComposeTest {

    private static final Path ROOT = Path.of("..");
    /** Environment variables of Spring Boot, Axon and the Mongo driver's convention, with the property each one sets. */
    private static final Map<String, String> FOREIGN = Map.of(
            "SPRING_PROFILES_ACTIVE", "spring.profiles.active",
            "AXON_AXONSERVER_SERVERS", "axon.axonserver.servers",
            "SERVER_ADDRESS", "server.address",
            "SERVER_PORT", "server.port",
            "MONGODB_URI", "effektspor.mongo.uri");

    private final Map<String, Object> compose = yaml(ROOT.resolve("docker-compose.yml"));

    @Test
    void it_holds_every_part_of_the_whole() {
        assertThat(services())
                .containsOnlyKeys(
                        "axonserver", "postgres", "mongo", "command-side", "query-side", "prometheus", "grafana");
    }

    @ParameterizedTest
    @ValueSource(strings = {"command-side", "query-side"})
    void every_variable_of_an_application_sets_a_property_it_has(String service) {
        Set<String> declared = DeclaredProperties.all();

        map(service(service), "environment").keySet().forEach(variable -> {
            String foreign = FOREIGN.get(variable);
            if (foreign == null || foreign.startsWith("effektspor.")) {
                assertThat(declared.stream()
                                .map(p -> foreign == null ? variableOf(p) : p)
                                .collect(Collectors.toSet()))
                        .contains(foreign == null ? variable : foreign);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"command-side", "query-side"})
    void an_application_listens_on_the_port_it_publishes_and_writes_into_its_volume(String service) throws Exception {
        Map<String, Object> application = service(service);
        String port = String.valueOf(map(application, "environment").get("SERVER_PORT"));
        String folder = String.valueOf(map(application, "environment").get("EFFEKTSPOR_DATA"));
        Path dockerfile = ROOT.resolve(String.valueOf(map(application, "build").get("dockerfile")));
        String instructions = Files.readString(dockerfile);

        assertThat(ComposeTest.<String>list(application, "ports")).containsExactly("127.0.0.1:" + port + ":" + port);
        assertThat(instructions).contains("EXPOSE " + port).contains("VOLUME " + folder);
        assertThat(ComposeTest.<String>list(application, "volumes")).containsExactly(service + "-data:" + folder);
        String main = instructions.replaceAll("(?s).*\"(dk\\.effektspor\\.[\\w.]+)\"]\\s*$", "$1");
        assertThat(Class.forName(main).getMethod("main", String[].class)).isNotNull();
    }

    @Test
    void every_named_volume_is_declared_and_used_and_every_mounted_file_exists() {
        Set<String> used = new HashSet<>();
        services().values().stream()
                .flatMap(s -> ComposeTest.<String>list(s, "volumes").stream())
                .map(v -> v.split(":")[0])
                .forEach(source -> {
                    if (source.startsWith("./")) {
                        assertThat(ROOT.resolve(source)).exists();
                    } else {
                        used.add(source);
                    }
                });

        assertThat(used).isEqualTo(map(compose, "volumes").keySet());
    }

    @Test
    void nothing_is_published_beyond_this_machine_and_no_password_stands_in_the_file() {
        services().forEach((name, service) -> {
            assertThat(ComposeTest.<String>list(service, "ports")).allMatch(p -> p.startsWith("127.0.0.1:"));
            map(service, "environment").forEach((variable, value) -> {
                if (variable.contains("PASSWORD") || variable.contains("KEY")) {
                    assertThat(String.valueOf(value)).startsWith("${");
                }
            });
        });
    }

    @Test
    void prometheus_asks_the_applications_where_they_listen() {
        Map<String, Object> prometheus = yaml(ROOT.resolve("docs/operations/prometheus.yml"));
        Map<String, Object> job = asMap(list(prometheus, "scrape_configs").get(0));
        List<String> expected = new ArrayList<>();
        for (String service : List.of("command-side", "query-side")) {
            expected.add(service + ":" + map(service(service), "environment").get("SERVER_PORT"));
        }

        assertThat(ComposeTest.<String>list(asMap(list(job, "static_configs").get(0)), "targets"))
                .isEqualTo(expected);
        assertThat(job).containsEntry("metrics_path", "/actuator/prometheus");
    }

    private static String variableOf(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private Map<String, Object> service(String name) {
        return Objects.requireNonNull(services().get(name), name);
    }

    private Map<String, Map<String, Object>> services() {
        return map(compose, "services").entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> asMap(e.getValue())));
    }

    private static Map<String, Object> yaml(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return asMap(new Yaml().load(reader));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> map(Object parent, String key) {
        return asMap(asMap(parent).getOrDefault(key, Map.of()));
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> list(Object parent, String key) {
        return (List<T>) asMap(parent).getOrDefault(key, List.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }
}
