package dk.effektspor.query.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** What an extract and a finding say, in Danish or English. */
final class AccessWords {

    private static final Map<String, AccessWords> LANGUAGES = Map.of("da", load("da"), "en", load("en"));

    private final Properties texts;

    private AccessWords(Properties texts) {
        this.texts = texts;
    }

    static AccessWords in(Locale language) {
        return Objects.requireNonNull(LANGUAGES.get("en".equals(language.getLanguage()) ? "en" : "da"));
    }

    /** The words under a key with its gaps filled in order. */
    String text(String key, Object... gaps) {
        String text = Objects.requireNonNull(texts.getProperty(key), key);
        for (int gap = 0; gap < gaps.length; gap++) {
            text = text.replace("{" + gap + "}", String.valueOf(gaps[gap]));
        }
        return text;
    }

    /** The words under a key, or under another if there are none. */
    String textOr(String key, String otherwise) {
        return texts.containsKey(key) ? text(key) : text(otherwise);
    }

    boolean knows(String key) {
        return texts.containsKey(key);
    }

    private static AccessWords load(String language) {
        String file = "/messages/access_" + language + ".properties";
        Properties texts = new Properties();
        try (InputStream in = Objects.requireNonNull(AccessWords.class.getResourceAsStream(file), file);
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new AccessWords(texts);
    }
}
