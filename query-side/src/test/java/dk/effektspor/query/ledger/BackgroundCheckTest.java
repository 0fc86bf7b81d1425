package dk.effektspor.query.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** Nobody asks for a check; health turns red all the same. */
class BackgroundCheckTest extends OnKeptRecord {

    @Test
    void a_changed_byte_turns_health_red_by_itself_and_is_found_again_at_once_after_a_restart() {
        record.append(250, 3);
        record.sign();
        record.background.start();
        await().until(() -> record.background.rounds() > 0);
        assertThat(record.health().getStatus()).isEqualTo(Status.UP);

        String changed = record.eventAt(200);
        record.sql.update("update event set payload = payload || '\\x20' where event_identifier = ?", changed);

        await().until(() -> record.health().getStatus().equals(Status.DOWN));
        assertThat(record.health().getDetails().toString()).contains(changed, "200");

        record.restart();
        assertThat(record.health().getStatus()).as("nobody has looked yet").isEqualTo(Status.UP);
        record.background.start();
        await().until(() -> record.health().getStatus().equals(Status.DOWN));
        assertThat(record.background.position())
                .as("without a round getting there first")
                .isZero();
    }

    @Test
    void a_folder_that_cannot_be_read_leaves_the_record_unwatched_which_is_told() throws Exception {
        record.append(5, 1);
        record.sign();
        Path leaves = data.resolve("ledger/leaves");
        Path aside = data.resolve("aside");
        Files.move(leaves, aside);
        // Root reads every file, whatever its rights; a folder is no file for anybody.
        Files.createDirectory(leaves);
        record.background.start();

        await().until(() -> record.health().getStatus().equals(Status.DOWN));
        assertThat(record.health().getDetails()).containsKey("checkTrouble");

        Files.delete(leaves);
        Files.move(aside, leaves, StandardCopyOption.ATOMIC_MOVE);
        await().until(() -> record.health().getStatus().equals(Status.UP));
    }
}
