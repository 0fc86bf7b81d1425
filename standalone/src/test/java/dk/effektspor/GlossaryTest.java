package dk.effektspor;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.shared.catalogue.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/** The glossary and the code use the same words. */
class GlossaryTest {

    private static final Path GLOSSARY = Path.of("../docs/glossary.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (?!Danish)([^|]+)\\|([^|]+)\\|([^|]+)\\|$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    /** English words that stand in the Danish column as well. */
    private static final Set<String> ALSO_ENGLISH = Set.of("status", "center", "team", "institution");

    private final List<Class<?>> types = types();
    private final Set<String> identifiers = identifiers();

    @Test
    void what_the_glossary_says_is_in_the_code_is_there() {
        Set<String> missing = new TreeSet<>();
        rows().forEach(row -> CODE.matcher(row.code())
                .results()
                .map(m -> m.group(1))
                .forEach(code -> {
                    for (String part : code.split("\\.")) {
                        String stem = part.replace("…", "");
                        if (identifiers.stream().noneMatch(i -> i.equals(stem) || i.matches(stem + "[A-Z-].*"))) {
                            missing.add(code);
                        }
                    }
                }));

        assertThat(rows()).hasSizeGreaterThan(30);
        assertThat(missing).isEmpty();
    }

    @Test
    void a_danish_noun_in_a_name_is_one_the_glossary_lets_stand() {
        Set<String> allowed = new TreeSet<>(ALSO_ENGLISH);
        Set<String> danish = new TreeSet<>();
        rows().forEach(row -> {
            danish.addAll(words(row.danish()));
            CODE.matcher(row.code()).results().forEach(m -> allowed.addAll(words(m.group(1))));
        });
        danish.removeIf(word -> word.length() < 4 || allowed.contains(word));

        Set<String> wrong = new TreeSet<>();
        for (String identifier : identifiers) {
            words(identifier).stream()
                    .filter(word -> danish.contains(word) || inflected(word, danish))
                    .forEach(word -> wrong.add(identifier));
        }

        assertThat(danish).contains("afgoerelse", "sagsbehandler");
        assertThat(wrong).isEmpty();
    }

    /** A Danish noun that is let stand is let stand as it is. */
    private static boolean inflected(String word, Set<String> danish) {
        return List.of("en", "et", "erne", "ene").stream()
                .filter(word::endsWith)
                .map(ending -> word.substring(0, word.length() - ending.length()))
                .anyMatch(noun ->
                        danish.contains(noun) || List.of("tilbud", "bydel").contains(noun));
    }

    private record Row(String danish, String code) {}

    private static List<Row> rows() {
        try {
            List<Row> rows = new ArrayList<>();
            ROW.matcher(Files.readString(GLOSSARY)).results().forEach(m -> rows.add(new Row(m.group(1), m.group(3))));
            return rows;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In small ASCII letters. */
    private static Set<String> words(String text) {
        String spaced = text.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
        String ascii = spaced.replace("æ", "ae").replace("ø", "oe").replace("å", "aa");
        return new TreeSet<>(Arrays.asList(ascii.split("[^a-z]+")));
    }

    private Set<String> identifiers() {
        Set<String> names = new TreeSet<>(catalogueCodes());
        for (Class<?> type : types) {
            names.add(type.getSimpleName());
            if (type.isRecord()) {
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(names::add);
            }
            if (type.isEnum()) {
                Arrays.stream(type.getEnumConstants())
                        .map(c -> ((Enum<?>) c).name())
                        .forEach(names::add);
            }
        }
        return names;
    }

    private static Set<String> catalogueCodes() {
        Set<String> codes = new TreeSet<>();
        for (String file : List.of("measures", "units")) {
            try (InputStream in =
                    Objects.requireNonNull(Catalogue.class.getResourceAsStream("/catalogue/" + file + ".json"))) {
                JsonMapper.shared()
                        .readTree(in)
                        .forEach(entry -> codes.add(entry.path("code").asString()));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return codes;
    }

    private static List<Class<?>> types() {
        try {
            List<Class<?>> found = new ArrayList<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:dk/effektspor/**/*.class")) {
                String path = file.getURL().getPath();
                String name = path.substring(path.lastIndexOf("dk/effektspor/"), path.length() - ".class".length());
                if (!path.contains("test-classes") && !path.contains("-tests.jar") && !name.endsWith("-info")) {
                    found.add(Class.forName(name.replace('/', '.'), false, GlossaryTest.class.getClassLoader()));
                }
            }
            return found;
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
