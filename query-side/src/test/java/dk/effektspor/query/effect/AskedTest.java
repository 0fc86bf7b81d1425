package dk.effektspor.query.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.platform.web.Problem;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskedTest {

    private static final DayOfWeek[] WEEKEND = {DayOfWeek.SATURDAY, DayOfWeek.SUNDAY};

    @Test
    void an_unknown_choice_is_refused_with_the_list_of_those_there_are() {
        assertThat(Asked.choice("day", "sunday", WEEKEND, DayOfWeek::name)).isEqualTo(DayOfWeek.SUNDAY);
        assertThatThrownBy(() -> Asked.choice("day", "monday", WEEKEND, DayOfWeek::name))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.facts())
                                .containsEntry("parameter", "day")
                                .containsEntry("allowed", List.of("SATURDAY", "SUNDAY")));
    }
}
