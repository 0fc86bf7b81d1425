package dk.effektspor.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.platform.operations.Status.Kind;
import dk.effektspor.platform.operations.Status.Trouble;
import java.nio.file.Path;
import java.time.Clock;
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

    private Status status(DataSize leastDisk) {
        return new StatusController(
                        // Nobody listens there.
                        new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/none"),
                        Optional.empty(),
                        new OperationsSettings(leastDisk, null),
                        data,
                        Clock.systemUTC())
                .status();
    }
}
