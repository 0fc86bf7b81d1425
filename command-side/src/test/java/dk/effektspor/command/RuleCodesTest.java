package dk.effektspor.command;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.command.erasure.ErasureRules;
import dk.effektspor.command.forandringskompas.ForandringskompasRules;
import dk.effektspor.command.indsatstrappe.IndsatstrappeRules;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleCodesTest {

    @Test
    void every_code_names_its_feature_and_its_condition() {
        assertThat(codes(CaseRules.class)).isNotEmpty().allMatch(code -> code.matches("case\\.[a-z]+(-[a-z]+)*"));
        assertThat(codes(ErasureRules.class)).isNotEmpty().allMatch(code -> code.matches("citizen\\.[a-z]+(-[a-z]+)*"));
        assertThat(codes(IndsatstrappeRules.class))
                .isNotEmpty()
                .allMatch(code -> code.matches("indsatstrappe\\.[a-z]+(-[a-z]+)*"));
        assertThat(codes(ForandringskompasRules.class))
                .isNotEmpty()
                .allMatch(code -> code.matches("forandringskompas\\.[a-z]+(-[a-z]+)*"));
    }

    @Test
    void no_code_is_used_for_two_rules() {
        assertThat(Stream.of(
                                CaseRules.class,
                                IndsatstrappeRules.class,
                                ForandringskompasRules.class,
                                ErasureRules.class)
                        .flatMap(rules -> codes(rules).stream()))
                .doesNotHaveDuplicates();
    }

    private static List<String> codes(Class<?> rules) {
        return Arrays.stream(rules.getFields()).map(RuleCodesTest::code).toList();
    }

    private static String code(Field field) {
        try {
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
