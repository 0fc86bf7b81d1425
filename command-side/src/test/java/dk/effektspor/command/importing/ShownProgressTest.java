package dk.effektspor.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ShownProgressTest {

    private static final long SECOND = 1_000_000_000L;

    private final StringBuilder out = new StringBuilder();

    @Test
    void on_a_terminal_one_line_changes() throws IOException {
        ShownProgress progress = progress(true);

        progress.show(10, SECOND);
        progress.show(20, 2 * SECOND);
        progress.end(100, 3 * SECOND);

        assertThat(out.chars().filter(c -> c == '\r')).hasSize(3);
        assertThat(out.toString().lines().filter(line -> !line.isEmpty())).hasSize(3);
        assertThat(out).endsWith("\n");
    }

    @Test
    void elsewhere_a_line_is_added_now_and_then_and_one_at_the_end() throws IOException {
        ShownProgress progress = progress(false);

        for (int second = 1; second <= 25; second++) {
            progress.show(second, second * SECOND);
        }
        progress.end(100, 26 * SECOND);

        assertThat(out).doesNotContain("\r").endsWith("\n");
        assertThat(out.toString().lines()).hasSize(3);
        assertThat(out.toString().lines().map(line -> line.replaceAll(".*\\] *(\\d+ %).*", "$1")))
                .containsExactly("10 %", "20 %", "100 %");
    }

    private ShownProgress progress(boolean terminal) {
        return new ShownProgress(new ProgressBar(100, 0), 0, terminal, true, out);
    }
}
