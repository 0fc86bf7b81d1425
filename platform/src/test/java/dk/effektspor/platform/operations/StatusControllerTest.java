package dk.effektspor.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dk.effektspor.platform.KeptFolder;
import dk.effektspor.platform.operations.Status.Kind;
import dk.effektspor.platform.operations.Status.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.unit.DataSize;

/** The status of an application whose database does not answer and whose disk may be as good as full. */
class StatusControllerTest {

    @TempDir
    Path data;

    @Test
    void a_disk_with_less_left_than_it_must_have_is_a_trouble_and_named() {
        Status status = status(DataSize.ofTerabytes(1_000_000));

        assertThat(status.ok()).isFalse();
        assertThat(status.troubles())
                .containsExactly(new Trouble(Kind.POSTGRES_AWAY, null), new Trouble(Kind.DISK_LOW, data.toString()));
        assertThat(status.disk().freeBytes()).isPositive();
    }

    @Test
    void one_with_enough_left_is_none() {
        assertThat(status(DataSize.ofBytes(1)).troubles()).containsExactly(new Trouble(Kind.POSTGRES_AWAY, null));
    }

    @Test
    void folders_outside_the_data_folder_are_told_and_only_the_ledger_s_must_have_room(@TempDir Path other)
            throws IOException {
        Path ledger = other.resolve("not/made/yet");
        Files.createSymbolicLink(data.resolve("link"), other);
        List<KeptFolder> folders = List.of(
                new KeptFolder(KeptFolder.What.LEDGER, ledger),
                new KeptFolder(KeptFolder.What.LEDGER, data.resolve("ledger")),
                KeptFolder.of(KeptFolder.What.KEYS, other.resolve("master.key")),
                KeptFolder.of(KeptFolder.What.KEYS, other.resolve("ledger.key")),
                KeptFolder.of(KeptFolder.What.KEYS, data.resolve("link/keys/ledger.key")),
                KeptFolder.of(KeptFolder.What.KEYS, data.resolve("keys/ledger.key")));

        Status status = status(DataSize.ofTerabytes(1_000_000), folders);

        assertThat(status.foldersElsewhere())
                .extracting(Status.Folder::what, Status.Folder::path)
                .containsExactly(
                        tuple(KeptFolder.What.LEDGER, ledger.toString()),
                        tuple(KeptFolder.What.KEYS, other.toString()),
                        tuple(KeptFolder.What.KEYS, data.resolve("link/keys").toString()));
        assertThat(status.foldersElsewhere())
                .allSatisfy(
                        folder -> assertThat(folder.freeBytes()).isPositive().isLessThanOrEqualTo(folder.totalBytes()));
        assertThat(status.troubles())
                .containsExactly(
                        new Trouble(Kind.POSTGRES_AWAY, null),
                        new Trouble(Kind.DISK_LOW, data.toString()),
                        new Trouble(Kind.DISK_LOW, ledger.toString()));
    }

    private Status status(DataSize leastDisk) {
        return status(leastDisk, List.of());
    }

    private Status status(DataSize leastDisk, List<KeptFolder> folders) {
        return new StatusController(
                        // Nobody listens there.
                        new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none"),
                        Optional.empty(),
                        Optional.empty(),
                        folders,
                        new OperationsSettings(leastDisk, null),
                        data,
                        Clock.systemUTC())
                .status();
    }
}
