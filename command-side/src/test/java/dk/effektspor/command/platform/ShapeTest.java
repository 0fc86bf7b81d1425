package dk.effektspor.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.platform.web.Problem;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\u0007", "\u001b", "\u000b", "\u007f", "\u0085"})
    void no_control_character_stands_in_anything(String control) {
        refused(() -> Shape.text("field", "Ring" + control));
        refused(() -> Shape.optionalText("field", "Ring" + control));
        refused(() -> Shape.name("field", "Karla" + control));
        refused(() -> Shape.code("field", "mette" + control));
        refused(() -> Shape.optionalCode("field", "mette" + control));
    }

    @Test
    void a_text_may_have_lines_and_tabs_and_a_name_and_a_code_may_not() {
        assertThat(Shape.text("field", "En\r\n\tto 🍏")).isEqualTo("En\r\n\tto 🍏");
        assertThat(Shape.name("field", "Åse Opdigtet-Øst")).isEqualTo("Åse Opdigtet-Øst");
        for (String within : new String[] {"\n", "\r", "\t"}) {
            refused(() -> Shape.name("field", "Karla" + within + "Opdigtet"));
            refused(() -> Shape.code("field", "met" + within + "te"));
        }
    }

    private static void refused(ThrowingCallable shaping) {
        assertThatThrownBy(shaping)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.facts())
                                .isEqualTo(Map.of("field", "field", "rule", "no-control-characters")));
    }
}
