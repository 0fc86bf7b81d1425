package dk.effektspor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds for the bundles of all modules on the class path of the module that runs it. */
public class ProblemBundlesTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

    @Test
    void danish_and_english_have_the_same_texts_with_the_same_placeholders() {
        Map<String, TreeSet<String>> danish = keys(ProblemTexts.DANISH);

        assertThat(danish).isNotEmpty().isEqualTo(keys(ProblemTexts.ENGLISH));
    }

    @Test
    void every_problem_has_a_title_and_a_detail() {
        TreeSet<String> keys = new TreeSet<>(keys(ProblemTexts.DANISH).keySet());

        assertThat(keys).allSatisfy(key -> {
            if (key.endsWith(".title")) {
                assertThat(keys).contains(key.replaceAll("\\.title$", ".detail"));
            }
            if (key.endsWith(".detail")) {
                assertThat(keys).contains(key.replaceAll("\\.detail$", ".title"));
            }
        });
    }

    /** The placeholders of each text, by bundle and key. */
    private static Map<String, TreeSet<String>> keys(Locale language) {
        Map<String, TreeSet<String>> found = new TreeMap<>();
        ProblemTexts.bundles(language).forEach(bundle -> {
            String module = Objects.requireNonNull(bundle.getFilename()).replaceAll("_..\\.properties$", "");
            Properties texts = ProblemTexts.properties(bundle);
            texts.stringPropertyNames().forEach(key -> {
                TreeSet<String> placeholders = new TreeSet<>();
                Matcher matcher = PLACEHOLDER.matcher(texts.getProperty(key));
                while (matcher.find()) {
                    placeholders.add(matcher.group());
                }
                found.put(module + "/" + key, placeholders);
            });
        });
        return found;
    }
}
