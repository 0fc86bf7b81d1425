package dk.effektspor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageLimitsTest {

    @Test
    void a_page_holds_fifty_entries_unless_asked_otherwise() {
        assertThat(PageLimits.size(null)).isEqualTo(50);
        assertThat(PageLimits.size(1)).isEqualTo(1);
        assertThat(PageLimits.size(200)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 201, Integer.MAX_VALUE})
    void a_size_out_of_bounds_is_refused_not_cut(int size) {
        assertThatThrownBy(() -> PageLimits.size(size))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("request.page-too-large"));
    }
}
