package dk.effektspor.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.platform.vault.Forgetting.Standing;
import dk.effektspor.shared.casefile.CitizenId;
import dk.effektspor.shared.privacy.SealedText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class ForgettingTest {

    private static final DataSource DATABASE = TestDatabase.migrated();
    private static final MasterKey MASTER = MasterKey.of(MasterKey.generate(), "test");

    @TempDir
    Path folder;

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final DataKeys keys = new DataKeys(jdbc, MASTER, System::nanoTime);
    private final Vault vault = new PostgresVault(jdbc, new JdbcTransactionManager(DATABASE), MASTER, keys);

    @Test
    void what_was_sealed_does_not_open_any_more_and_the_same_number_is_another_citizen() {
        Forgetting forgetting = forgetting();
        CitizenId citizen = vault.citizenWith("610212-0001");
        SealedText sealed = vault.seal(citizen, "Opdigtet");
        assertThat(forgetting.standing(citizen)).isEqualTo(Standing.KNOWN);

        assertThat(forgetting.destroyKey(citizen)).isTrue();
        forgetting.dropFromMemory(citizen);

        assertThat(forgetting.standing(citizen)).isEqualTo(Standing.ERASED);
        assertThatThrownBy(() -> vault.open(citizen, sealed)).isInstanceOf(Vault.KeyDestroyed.class);
        assertThatThrownBy(() -> vault.seal(citizen, "Nyt")).isInstanceOf(Vault.KeyDestroyed.class);
        assertThat(vault.find("610212-0001")).isEmpty();
        assertThat(vault.citizenWith("610212-0001")).isNotEqualTo(citizen);
        assertThat(forgetting.destroyKey(citizen)).isFalse();
    }

    @Test
    void who_was_never_there_is_unknown() {
        assertThat(forgetting().standing(new CitizenId(UUID.randomUUID()))).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void a_key_that_came_back_with_an_older_database_is_destroyed_at_the_start() {
        CitizenId citizen = vault.citizenWith("620212-0002");
        CitizenId other = vault.citizenWith("630212-0003");
        forgetting().list(citizen);

        Forgetting afterRestore = forgetting();

        assertThat(afterRestore.broughtBack()).containsExactly(citizen);
        assertThat(afterRestore.standing(citizen)).isEqualTo(Standing.ERASED);
        assertThat(afterRestore.standing(other)).isEqualTo(Standing.KNOWN);
        assertThat(forgetting().broughtBack()).isEmpty();
    }

    @Test
    void a_lost_list_is_written_again_and_a_line_cut_off_by_a_crash_spoils_no_other() throws Exception {
        CitizenId citizen = vault.citizenWith("640212-0004");
        CitizenId later = vault.citizenWith("650212-0005");
        forgetting().destroyKey(citizen);
        Path list = folder.resolve("keys/erased");

        forgetting();
        assertThat(new ErasedList(list).all()).contains(citizen);
        Files.writeString(list, "0000-cut", StandardOpenOption.APPEND);
        forgetting().list(later);

        assertThat(new ErasedList(list).all()).contains(citizen, later);
    }

    private Forgetting forgetting() {
        return new PostgresForgetting(jdbc, keys, new ErasedList(folder.resolve("keys/erased")));
    }
}
