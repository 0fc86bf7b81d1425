package dk.effektspor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents point at exists. */
class DocsTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)[^)]*\\)");
    private static final Pattern RECORD = Pattern.compile("(\\d{4})-[a-z0-9-]+\\.md");

    @Test
    void every_relative_link_resolves_to_a_file_and_a_heading() throws IOException {
        Set<String> broken = new TreeSet<>();
        for (Path document : documents()) {
            LINK.matcher(Files.readString(document))
                    .results()
                    .map(m -> m.group(1))
                    .forEach(link -> {
                        if (!link.contains("://") && !link.startsWith("mailto:") && !resolves(document, link)) {
                            broken.add(document + ": " + link);
                        }
                    });
        }

        assertThat(broken).isEmpty();
    }

    @Test
    void each_decision_record_has_a_number_of_its_own_and_says_what_was_decided() throws IOException {
        try (Stream<Path> records = Files.list(ROOT.resolve("docs/decisions"))) {
            List<Path> all = records.sorted().toList();

            assertThat(all).allSatisfy(record -> {
                assertThat(record.getFileName().toString()).matches(RECORD);
                assertThat(Files.readAllLines(record).get(0)).startsWith("# ");
            });
            assertThat(all)
                    .extracting(record -> record.getFileName().toString().substring(0, 4))
                    .startsWith("0001")
                    .doesNotHaveDuplicates();
        }
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> inDocs = Files.walk(ROOT.resolve("docs"));
                Stream<Path> atRoot = Files.list(ROOT)) {
            return Stream.concat(inDocs, atRoot)
                    .filter(path -> path.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static boolean resolves(Path document, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
        if (!Files.exists(target)) {
            return false;
        }
        return parts.length == 1
                || !target.toString().endsWith(".md")
                || headings(target).contains(parts[1]);
    }

    /** As a forge makes anchors of headings. */
    private static Set<String> headings(Path document) {
        try (Stream<String> lines = Files.lines(document)) {
            Set<String> anchors = new TreeSet<>();
            lines.filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceFirst("^#+\\s*", "").toLowerCase(Locale.ROOT))
                    .map(line -> line.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                    .forEach(anchors::add);
            return anchors;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
