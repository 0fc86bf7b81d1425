package dk.effektspor.platform.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The sentences behind the problem codes, in Danish and English, merged from the {@code messages/<module>-problems_da}
 * and {@code _en} bundles of all modules on the class path.
 */
public final class ProblemTexts {

    public static final Locale DANISH = Locale.forLanguageTag("da");
    public static final Locale ENGLISH = Locale.ENGLISH;

    private static final DateTimeFormatter DANISH_DATE = DateTimeFormatter.ofPattern("d. MMMM yyyy", DANISH);
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9_.-]+)}");
    private static final List<Locale> LANGUAGES = List.of(DANISH, ENGLISH);

    private final Map<Locale, Map<String, String>> texts;

    public ProblemTexts() {
        texts = LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(l -> l, ProblemTexts::merged));
    }

    /** The language to answer in: Danish, unless the reader asks for English first. */
    public static Locale language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null) {
            return DANISH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), LANGUAGES);
            return best == null ? DANISH : best;
        } catch (IllegalArgumentException malformed) {
            return DANISH;
        }
    }

    /** A short name of the problem. */
    public String title(String code, Locale language, Map<String, Object> facts) {
        return text("problem." + code + ".title", code, language, facts);
    }

    /** What is wrong this time, with the facts filled in. */
    public String detail(String code, Locale language, Map<String, Object> facts) {
        return text("problem." + code + ".detail", code, language, facts);
    }

    private String text(String key, String fallback, Locale language, Map<String, Object> facts) {
        Map<String, String> known = texts.getOrDefault(language, Map.of());
        String pattern = known.get(key);
        if (pattern == null) {
            // A code without a sentence is still an answer; a test keeps our own codes from coming here.
            return fallback;
        }
        Matcher placeholders = PLACEHOLDER.matcher(pattern);
        return placeholders.replaceAll(match -> {
            Object fact = facts.get(match.group(1));
            return Matcher.quoteReplacement(
                    fact == null ? match.group() : words(match.group(1), fact, known, language));
        });
    }

    /**
     * A fact whose value has words of its own ({@code problem.<fact>.<value>}) is told with them, an empty list too; a date
     * as people write it.
     */
    private static String words(String name, Object fact, Map<String, String> known, Locale language) {
        if (fact instanceof Iterable<?> several) {
            StringBuilder list = new StringBuilder();
            several.forEach(one ->
                    list.append(list.isEmpty() ? "" : ", ").append(words(name, String.valueOf(one), known, language)));
            return list.isEmpty() ? known.getOrDefault("problem." + name + ".none", "") : list.toString();
        }
        String value = String.valueOf(fact);
        return known.getOrDefault("problem." + name + "." + value, language.equals(DANISH) ? inDanish(value) : value);
    }

    private static String inDanish(String value) {
        try {
            return DATE.matcher(value).matches() ? DANISH_DATE.format(LocalDate.parse(value)) : value;
        } catch (DateTimeParseException noDay) {
            return value;
        }
    }

    private static Map<String, String> merged(Locale language) {
        Map<String, String> merged = new HashMap<>();
        for (Resource bundle : bundles(language)) {
            properties(bundle).forEach((key, text) -> {
                if (merged.put((String) key, (String) text) != null) {
                    throw new IllegalStateException("The problem text " + key + " is in two bundles; one is " + bundle);
                }
            });
        }
        return Map.copyOf(merged);
    }

    static List<Resource> bundles(Locale language) {
        try {
            return List.of(new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*-problems_" + language.getLanguage() + ".properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Properties properties(Resource bundle) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
