package dk.effektspor.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.platform.operations.ReadSideReport.Projection;
import dk.effektspor.platform.operations.ReadSideReport.ReadSide;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StatusTableTest {

    @Test
    void while_a_view_is_being_built_nobody_is_told_that_all_is_well() {
        assertThat(table(true, "da")).contains("Alt er vel.");
        assertThat(table(false, "da"))
                .contains("bygges op, mangler 7 hændelser", "svaret 503")
                .doesNotContain("Alt er vel");
        assertThat(table(false, "en"))
                .contains("7 events to go", "answered 503")
                .doesNotContain("All is well");
    }

    @Test
    void how_far_behind_a_view_is_is_told_in_events_and_seconds() {
        Projection following = new Projection("case-view", 3L, 1010L, 1007L, 1233.4, true, null);
        assertThat(table(following, "da")).contains("1.007 hændelser bagud, den ældste i 1.234 sekunder");
        assertThat(table(following, "en")).contains("1,007 events behind, the oldest for 1,234 seconds");

        Projection stopped = new Projection("case-view", 3L, 4L, 1L, 0.2, true, "stopped at position 4: No");
        assertThat(table(stopped, "da"))
                .contains("STOPPET: stopped at position 4: No; 1 hændelse bagud, den ældste i 1 sekund\n");

        Projection level = new Projection("case-view", 10L, 10L, 0L, 0.0, true, null);
        assertThat(table(level, "en")).contains("0 events behind\n");
    }

    private static String table(boolean caughtUp, String language) {
        return table(new Projection("case-view", 3L, 10L, 7L, 0.5, caughtUp, null), language);
    }

    private static String table(Projection view, String language) {
        Status status = new Status(
                true,
                List.of(),
                new Status.Application("1", "2026-11-26", "17", 60),
                Status.Postgres.AWAY,
                new ReadSide(true, List.of(view)),
                null,
                new Status.Disk(1, 2));
        return StatusTable.of(status, Locale.forLanguageTag(language));
    }
}
