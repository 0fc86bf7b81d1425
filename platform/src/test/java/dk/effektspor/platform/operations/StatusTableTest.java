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

    private static String table(boolean caughtUp, String language) {
        Projection view = new Projection("case-view", 3L, 10L, 7L, 0.5, caughtUp, null);
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
