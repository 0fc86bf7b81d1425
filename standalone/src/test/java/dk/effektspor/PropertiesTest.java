package dk.effektspor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An operator finds every property that there is, with its real default, and none that there is not. */
class PropertiesTest {

    private static final Pattern INJECTED = Pattern.compile("@Value\\(\"\\$\\{(effektspor\\.[a-z.-]+):?([^}]*)}");
    private static final Pattern NAMED = Pattern.compile("\"(effektspor\\.[a-z]+[a-z.-]*[a-z])\"");
    private static final Pattern IN_SCRIPT = Pattern.compile("\\$\\{([A-Z_]+)(?::[-?+]|})");
    private static final Pattern IN_JAVA = Pattern.compile("getenv\\(\"([A-Z_]+)\"\\)");
    /** Named in the code as properties are, and none: metrics. */
    private static final Pattern METRIC = Pattern.compile(
            "effektspor\\.((projection|commands?|events?)(\\..*)?|load\\.(shed|waiting|in\\.work)|correlation"
                    + "|ledger\\.(size|lag\\.events|findings|checkpoint\\.age\\.seconds)|access\\.(entries|failures))");

    private final PropertiesDocument document = new PropertiesDocument();

    @Test
    void the_list_is_the_generated_one() throws IOException {
        if (Boolean.getBoolean("effektspor.approve")) {
            Files.writeString(PropertiesDocument.FILE, document.text());
        }

        assertThat(document.text())
                .as(
                        "a property changed; if that is meant, run this test with -Deffektspor.approve=true and read the diff")
                .isEqualTo(PropertiesDocument.read(PropertiesDocument.FILE));
    }

    @Test
    void every_property_of_ours_is_listed_with_what_it_means() {
        Map<String, PropertiesDocument.Described> own = document.own();

        assertThat(own.keySet())
                .containsAll(DeclaredProperties.all())
                .containsAll(injected().keySet());
        assertThat(named()).isSubsetOf(own.keySet());
        assertThat(own)
                .allSatisfy((name, property) ->
                        assertThat(property.meaning()).as(name).isNotBlank());
    }

    @Test
    void nothing_is_listed_that_nothing_reads() {
        Set<String> read = new TreeSet<>(DeclaredProperties.all());
        read.addAll(injected().keySet());

        assertThat(document.own().keySet()).isEqualTo(read);
    }

    @Test
    void the_defaults_are_those_of_the_code() {
        injected()
                .forEach((name, standard) -> assertThat(
                                Objects.requireNonNull(document.own().get(name)).standard())
                        .as(name)
                        .isEqualTo(standard));
        PropertiesDocument.defaults().forEach((name, value) -> {
            if (name.startsWith("effektspor.")) {
                assertThat(Objects.requireNonNull(document.own().get(name)).standard())
                        .as(name)
                        .isEqualTo(value);
            }
        });
    }

    @Test
    void every_property_of_others_that_is_set_here_has_a_meaning_and_is_still_read() {
        assertThat(PropertiesDocument.defaults().keySet()).allSatisfy(name -> {
            assertThat(document.meant(name).meaning()).as(name).isNotBlank();
            assertThat(document.meant(name).gone()).as(name).isFalse();
        });
    }

    @Test
    void every_variable_that_the_script_or_its_programs_read_is_described_at_its_head() {
        Set<String> read = sources()
                .flatMap(source -> IN_JAVA.matcher(source).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        IN_SCRIPT
                .matcher(PropertiesDocument.read(PropertiesDocument.ROOT.resolve("effektspor")))
                .results()
                .map(match -> match.group(1))
                .filter(name -> !Set.of("BASH_SOURCE", "LC_ALL", "LANG").contains(name))
                .forEach(read::add);
        read.add("MONGODB_URI");

        assertThat(PropertiesDocument.variables().keySet()).isEqualTo(read);
    }

    /** What {@code @Value} asks for, with its default. */
    private static Map<String, String> injected() {
        Map<String, String> found = new TreeMap<>();
        sources()
                .flatMap(source -> INJECTED.matcher(source).results())
                .forEach(match -> found.merge(match.group(1), match.group(2), PropertiesTest::same));
        return found;
    }

    private static String same(String one, String other) {
        assertThat(one).as("one property, one default").isEqualTo(other);
        return one;
    }

    private static Set<String> named() {
        return sources()
                .flatMap(source -> NAMED.matcher(source).results())
                .map(MatchResult::group)
                .map(quoted -> quoted.replace("\"", ""))
                .filter(name -> !METRIC.matcher(name).matches())
                .filter(name -> prefixes().noneMatch(name::equals))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What our records' properties begin with is no property itself. */
    private static Stream<String> prefixes() {
        return DeclaredProperties.all().stream().map(name -> name.replaceFirst("\\.[^.]*$", ""));
    }

    private static Stream<String> sources() {
        try (Stream<Path> files = Files.walk(PropertiesDocument.ROOT)) {
            return files
                    .filter(file ->
                            file.toString().endsWith(".java") && file.toString().contains("/src/main/java/"))
                    .map(PropertiesDocument::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
