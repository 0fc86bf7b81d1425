package dk.effektspor.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ETagsTest {

    @Test
    void a_version_is_written_and_read_back() {
        assertThat(ETags.of(7)).isEqualTo("\"7\"");
        assertThat(ETags.expected(ETags.of(7))).hasValue(7);
    }

    @Test
    void no_header_and_the_star_expect_no_version() {
        assertThat(ETags.expected(null)).isEmpty();
        assertThat(ETags.expected("*")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"7\"", "7", "\"seven\"", "\"7\", \"8\"", "", "\"-1\"", "\"99999999999999999999\""})
    void anything_else_is_refused(String header) {
        assertThatThrownBy(() -> ETags.expected(header)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.facts()).containsEntry("parameter", "If-Match");
        });
    }
}
