package dk.effektspor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the threat model says is proved, is proved by a test that exists. */
class ThreatModelTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)`");

    @Test
    void every_test_the_threat_model_names_exists() throws IOException {
        Set<String> named = new TreeSet<>();
        TEST.matcher(Files.readString(ROOT.resolve("docs/threat-model.md")))
                .results()
                .forEach(name -> named.add(name.group(1) + ".java"));
        Set<String> missing = new TreeSet<>(named);
        try (Stream<Path> files = Files.walk(ROOT, 14)) {
            files.forEach(file -> missing.remove(file.getFileName().toString()));
        }

        assertThat(named).hasSizeGreaterThan(20);
        assertThat(missing).isEmpty();
    }
}
