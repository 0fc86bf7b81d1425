package dk.effektspor.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The measurements run to their end; what they measure is not judged here. */
class BenchTest {

    @Test
    void a_short_run_prints_every_figure_beside_its_yardstick() throws Exception {
        PrintStream console = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            Bench.main(new String[] {"commands", "alone", "city", "history", "ledger", "bundle", "audit", "1", "0.3"});
        } finally {
            System.setOut(console);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains(
                        "8 KB are durable after",
                        "first start",
                        "their p99",
                        "| 1 |",
                        "| 8 |",
                        "| 32 |",
                        "resident",
                        "the command side alone",
                        "read your write",
                        "bytes an event",
                        "first accepted command",
                        "rebuild of all three views",
                        "timeline of 60 events",
                        "change by unit",
                        "bare read",
                        "commands/s of 32 clients",
                        "a page of a thousand events",
                        "inclusion proofs/s",
                        "full self-check",
                        "bundle of 60 events",
                        "120 events, state at a pair of dates",
                        "120 events, replay, whole",
                        "audit table as of",
                        "Not measured, for it was not asked for: million, overload")
                .doesNotContain("NaN");
    }
}
