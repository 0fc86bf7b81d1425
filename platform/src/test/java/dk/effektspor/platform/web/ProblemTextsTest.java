package dk.effektspor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTextsTest {

    private final ProblemTexts texts = new ProblemTexts();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|da",
                "''|da",
                "en|en",
                "en-GB,en;q=0.9,da;q=0.8|en",
                "da-DK,da;q=0.9,en;q=0.8|da",
                "en;q=0.1,da|da",
                "de|da",
                "de,en;q=0.5|en",
                "*|da",
                "not a language!|da"
            })
    void the_answer_is_danish_unless_english_is_preferred(@Nullable String acceptLanguage, String expected) {
        assertThat(ProblemTexts.language(acceptLanguage)).isEqualTo(Locale.forLanguageTag(expected));
    }

    @Test
    void facts_fill_the_sentence_and_known_rules_are_told_in_words() {
        assertThat(texts.detail(
                        "request.invalid-field",
                        ProblemTexts.DANISH,
                        Map.of("field", "scores[3].score", "rule", "integer")))
                .isEqualTo("Feltet scores[3].score er ugyldigt: det skal være et helt tal.");
        assertThat(texts.detail(
                        "request.unknown-value",
                        ProblemTexts.ENGLISH,
                        Map.of("field", "x", "allowed", List.of("A", "B"))))
                .isEqualTo("x must be one of: A, B.");
    }

    @Test
    void a_date_is_told_to_danes_as_they_write_it() {
        Map<String, Object> facts = Map.of("field", "x", "rule", "2026-05-01");
        assertThat(texts.detail("request.invalid-field", ProblemTexts.DANISH, facts))
                .isEqualTo("Feltet x er ugyldigt: 1. maj 2026.");
        assertThat(texts.detail("request.invalid-field", ProblemTexts.ENGLISH, facts))
                .isEqualTo("The field x is not valid: 2026-05-01.");
        assertThat(texts.detail(
                        "request.invalid-field", ProblemTexts.DANISH, Map.of("field", "2026-02-30", "rule", "date")))
                .startsWith("Feltet 2026-02-30 er ugyldigt");
    }

    @Test
    void a_fact_is_text_and_never_a_pattern() {
        assertThat(texts.detail(
                        "request.invalid-field",
                        ProblemTexts.ENGLISH,
                        Map.of("field", "$1{rule}\\", "rule", "1 to 10")))
                .isEqualTo("The field $1{rule}\\ is not valid: 1 to 10.");
    }
}
