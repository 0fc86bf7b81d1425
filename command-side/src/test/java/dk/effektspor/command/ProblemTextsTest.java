package dk.effektspor.command;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.command.erasure.ErasureRules;
import dk.effektspor.command.forandringskompas.ForandringskompasRules;
import dk.effektspor.command.indsatstrappe.IndsatstrappeRules;
import dk.effektspor.platform.web.ProblemTexts;
import dk.effektspor.shared.citizen.HoldGround;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemTextsTest {

    private static final List<String> OURS = List.of(
            "case.unknown",
            "case.number-taken",
            "case.version-conflict",
            "citizen.unknown",
            AccessRefused.OTHER_UNIT,
            "idempotency.key-reused",
            "import.unknown",
            "import.running",
            "import.unknown-type",
            "import.unreadable-line",
            "import.line-too-long");

    private final ProblemTexts texts = new ProblemTexts();

    @ParameterizedTest
    @MethodSource("codes")
    void every_refusal_has_a_sentence_in_both_languages(String code) {
        for (Locale language : List.of(ProblemTexts.DANISH, ProblemTexts.ENGLISH)) {
            assertThat(texts.title(code, language, Map.of()))
                    .as("%s title in %s", code, language)
                    .isNotEqualTo(code);
            assertThat(texts.detail(code, language, Map.of()))
                    .as("%s detail in %s", code, language)
                    .isNotEqualTo(code);
        }
    }

    @Test
    void what_the_erasure_rules_name_is_told_in_words() {
        for (HoldGround ground : HoldGround.values()) {
            assertThat(texts.detail(
                            ErasureRules.LEGAL_HOLD,
                            ProblemTexts.DANISH,
                            Map.of("holds", 1, "ground", ground, "since", "2026-05-01")))
                    .doesNotContain(ground.name())
                    .endsWith("siden 1. maj 2026.");
        }
        assertThat(texts.detail(
                        ErasureRules.REQUEST_SETTLED,
                        ProblemTexts.DANISH,
                        Map.of("request", "R", "outcome", "APPROVED")))
                .isEqualTo("Anmodningen R er allerede afgjort (godkendt).");
        assertThat(texts.detail(
                        ErasureRules.REQUEST_SETTLED,
                        ProblemTexts.ENGLISH,
                        Map.of("request", "R", "outcome", "REJECTED")))
                .contains("(rejected)");
    }

    static Stream<String> codes() {
        return Stream.concat(
                OURS.stream(),
                Stream.of(CaseRules.class, IndsatstrappeRules.class, ForandringskompasRules.class, ErasureRules.class)
                        .flatMap(rules -> Arrays.stream(rules.getFields()))
                        .map(ProblemTextsTest::code));
    }

    private static String code(Field rule) {
        try {
            return String.valueOf(rule.get(null));
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
