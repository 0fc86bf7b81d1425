package dk.effektspor.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.platform.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path parent;

    @Test
    void is_made_when_missing_and_can_be_taken_again_once_given_free() throws Exception {
        Path path = parent.resolve("a/b");
        DataFolder.open(path).close();
        try (DataFolder folder = DataFolder.open(path)) {
            assertThat(folder.path()).isEqualTo(path).isDirectory();
        }
    }

    @Test
    void in_use_is_refused() throws Exception {
        try (DataFolder first = DataFolder.open(parent)) {
            refused(first.path(), "in use by another process", "i brug af en anden proces");
        }
    }

    @Test
    void written_by_a_newer_release_is_refused_and_left_alone() throws Exception {
        Files.writeString(parent.resolve("version"), "2\n");
        refused(parent, "newer release (version 2", "nyere udgave (version 2");
        assertThat(parent.resolve("version")).hasContent("2");
        assertThat(parent.resolve("postgres")).doesNotExist();
    }

    @Test
    void a_folder_that_a_restore_left_half_done_is_refused_until_it_is_restored() throws Exception {
        Path path = parent.resolve("new");
        DataFolder.openForRestore(path).close();
        refused(path, "only half restored", "kun halvt genskabt");
        assertThatThrownBy(() -> DataFolder.openForRestore(path))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("is not empty");

        Path whole = parent.resolve("whole");
        try (DataFolder folder = DataFolder.openForRestore(whole)) {
            folder.restored();
        }
        DataFolder.open(whole).close();
    }

    @Test
    void not_writable_is_refused() throws Exception {
        // A file where the folder should be: this fails for root too, whom no permission stops.
        Files.writeString(parent.resolve("file"), "");
        refused(parent.resolve("file"), "cannot be written", "kan ikke skrives");
    }

    private static void refused(Path path, String english, String danish) {
        AbstractThrowableAssert<?, ?> refusal = assertThatThrownBy(() -> DataFolder.open(path));
        refusal.isInstanceOfSatisfying(StartRefused.class, refused -> {
            assertThat(refused.sentence(Locale.ENGLISH)).contains(english, path.toString());
            assertThat(refused.sentence(Locale.forLanguageTag("da-DK"))).contains(danish, path.toString());
        });
    }
}
