package dk.effektspor.query.timeline;

import dk.effektspor.shared.CaseEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of one language, with named gaps to fill. */
public final class Sentences {

    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, Sentences> LANGUAGES = Map.of("da", load("da"), "en", load("en"));

    private final Properties texts;

    private Sentences(Properties texts) {
        this.texts = texts;
    }

    public static Sentences in(Locale language) {
        return Objects.requireNonNull(LANGUAGES.get("en".equals(language.getLanguage()) ? "en" : "da"));
    }

    /** The sentence under a key; a gap nobody fills is a mistake of ours. */
    public String text(String key, Map<String, String> facts) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalStateException("No sentence for " + key);
        }
        return GAP.matcher(text).replaceAll(gap -> {
            String fact = facts.get(gap.group(1));
            if (fact == null) {
                throw new IllegalStateException("Nothing fills {" + gap.group(1) + "} in " + key);
            }
            return Matcher.quoteReplacement(fact);
        });
    }

    /** The word for a value of an enum. */
    String word(Enum<?> value) {
        return text(value.getDeclaringClass().getSimpleName() + "." + value.name(), Map.of());
    }

    String event(CaseEvent event, String variant, Map<String, String> facts) {
        return text(event.eventName() + variant, facts);
    }

    Properties all() {
        return texts;
    }

    private static Sentences load(String language) {
        String file = "/messages/timeline_" + language + ".properties";
        Properties texts = new Properties();
        try (InputStream in = Objects.requireNonNull(Sentences.class.getResourceAsStream(file), file);
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sentences(texts);
    }
}
