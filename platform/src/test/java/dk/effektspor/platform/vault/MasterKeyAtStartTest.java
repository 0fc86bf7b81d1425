package dk.effektspor.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.platform.StartRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class MasterKeyAtStartTest {

    private static final VaultSettings DEFAULTS = new VaultSettings(null, null);

    @TempDir
    Path data;

    @Test
    void the_first_start_makes_a_key_that_only_the_owner_can_read() throws IOException {
        VaultConfiguration.masterKey(DEFAULTS, data, false);

        Path file = data.resolve("keys/master.key");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(permissions(Objects.requireNonNull(file.getParent()))).isEqualTo("rwx------");
        assertThat(Base64.getDecoder().decode(Files.readString(file).strip())).hasSize(32);
    }

    @Test
    void the_second_start_finds_the_key_of_the_first() {
        byte[] first = VaultConfiguration.masterKey(DEFAULTS, data, false).checkValue();

        assertThat(VaultConfiguration.masterKey(DEFAULTS, data, true).checkValue())
                .isEqualTo(first);
    }

    @Test
    void a_configured_key_wins_over_the_file_and_makes_none() {
        VaultConfiguration.masterKey(new VaultSettings(MasterKey.generate(), null), data, false);

        assertThat(data).isEmptyDirectory();
    }

    @Test
    void a_key_file_that_others_can_read_is_refused() throws IOException {
        VaultConfiguration.masterKey(DEFAULTS, data, false);
        Files.setPosixFilePermissions(data.resolve("keys/master.key"), PosixFilePermissions.fromString("rw-r-----"));

        assertRefused(
                DEFAULTS,
                true,
                "kan læses af andre end dens ejer. Kør: chmod 600 ",
                "can be read by others than its owner. Run: chmod 600 ");
    }

    @Test
    void a_malformed_key_is_refused_without_being_quoted() throws IOException {
        assertRefused(
                new VaultSettings("c2hvcnQ=", null),
                false,
                "Hovednøglen i effektspor.vault.master-key er ikke gyldig",
                "effektspor.vault.master-key is not valid");
        assertRefused(new VaultSettings("not base64!", null), false, "32 byte i base64", "32 bytes in base64");
        Path file = data.resolve("my.key");
        Files.writeString(file, "secret-ish\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> VaultConfiguration.masterKey(new VaultSettings(null, file), data, false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("my.key")
                .hasMessageNotContaining("secret-ish");
    }

    @Test
    void a_lost_key_is_never_replaced_by_a_new_one() {
        assertRefused(DEFAULTS, true, "Læg den oprindelige fil på plads.", "Put the original file back.");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void a_key_file_that_cannot_be_read_is_refused() throws IOException {
        Path folder = Files.createDirectory(data.resolve("folder.key"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));

        assertRefused(new VaultSettings(null, folder), true, "kan ikke læses (", "cannot be read (");
    }

    @Test
    void a_key_file_that_cannot_be_written_is_refused() throws IOException {
        Path file = Files.createFile(data.resolve("keys"));

        assertRefused(new VaultSettings(null, file.resolve("master.key")), false, "kan ikke skrives (", "be written (");
    }

    @Test
    void a_database_written_with_another_key_is_refused() {
        KeyCheck check = new KeyCheck(JdbcClient.create(TestDatabase.migrated()));
        MasterKey first = MasterKey.of(MasterKey.generate(), "test");
        assertThat(check.isTaken()).isFalse();

        check.confirm(first);
        check.confirm(first);

        assertThat(check.isTaken()).isTrue();
        assertThatThrownBy(() -> check.confirm(MasterKey.of(MasterKey.generate(), "test")))
                .isInstanceOf(StartRefused.class)
                .satisfies(refused -> says(
                        refused, "ikke den, databasen er skrevet med", "not the one this database was written with"));
    }

    private void assertRefused(VaultSettings settings, boolean taken, String danish, String english) {
        assertThatThrownBy(() -> VaultConfiguration.masterKey(settings, data, taken))
                .isInstanceOf(StartRefused.class)
                .satisfies(refused -> says(refused, danish, english));
    }

    private static void says(Throwable refused, String danish, String english) {
        assertThat(((StartRefused) refused).sentence(Locale.forLanguageTag("da")))
                .contains(danish);
        assertThat(refused).hasMessageContaining(english);
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
