package dk.effektspor.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.platform.KeptFolder;
import dk.effektspor.platform.operations.ReadSideReport.Projection;
import dk.effektspor.platform.operations.ReadSideReport.ReadSide;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
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

    @Test
    void every_store_is_told_with_its_version_and_every_disk_with_what_is_left() {
        Status.Schema schema = new Status.Schema(13, "602", "501", Instant.parse("2026-11-01T12:00:00Z"));
        Status.Postgres postgres = new Status.Postgres(true, "17.5", schema, 7_000_000L, 3L, true, 900L);
        List<Status.Folder> elsewhere = List.of(
                new Status.Folder(KeptFolder.What.LEDGER, "/mnt/log", 5_000_000, 20_000_000),
                new Status.Folder(KeptFolder.What.KEYS, "/run/keys", 1_000_000, 2_000_000));
        ReadSide external = new ReadSide(true, "7.0.5", false, List.of());
        ReadSide embedded = new ReadSide(true, "5.0.0", true, List.of());
        Status.AxonServer connected = new Status.AxonServer(true, "default");
        Status.AxonServer away = new Status.AxonServer(false, "default");

        assertThat(table(postgres, connected, external, elsewhere, "da"))
                .contains("PostgreSQL      17.5, 7 MB, 3 hændelser à 900 byte")
                .contains("Skema           602 (13 migrationer, den nyeste er 501, 2026-11-01 ")
                .contains("Axon Server     forbundet, kontekst default")
                .contains("MongoDB         svarer, 7.0.5")
                .contains("Disk, loggen    5 MB fri af 20 MB (25 %): /mnt/log")
                .contains("Disk, nøgler    1 MB fri af 2 MB (50 %): /run/keys");
        assertThat(table(postgres, away, embedded, elsewhere, "en"))
                .contains("Schema          602 (13 migrations, the newest is 501, 2026-11-01 ")
                .contains("Axon Server     NOT CONNECTED, context default")
                .contains("MongoDB         embedded\n")
                .contains("Disk, ledger    5 MB free of 20 MB (25 %): /mnt/log")
                .contains("Disk, keys      1 MB free of 2 MB (50 %): /run/keys");
        assertThat(table(Status.Postgres.AWAY, null, embedded, List.of(), "en"))
                .doesNotContain("Schema", "Axon Server", "Disk,");
    }

    private static String table(boolean caughtUp, String language) {
        return table(new Projection("case-view", 3L, 10L, 7L, 0.5, caughtUp, null), language);
    }

    private static String table(Projection view, String language) {
        return table(
                Status.Postgres.AWAY, null, new ReadSide(true, "7.0.5", false, List.of(view)), List.of(), language);
    }

    private static String table(
            Status.Postgres postgres,
            Status.@Nullable AxonServer axonServer,
            ReadSide views,
            List<Status.Folder> elsewhere,
            String language) {
        Status status = new Status(
                true,
                List.of(),
                new Status.Application("1", "2026-11-26", "17", 60),
                postgres,
                axonServer,
                views,
                null,
                new Status.Disk(1, 2),
                elsewhere);
        return StatusTable.of(status, Locale.forLanguageTag(language));
    }
}
