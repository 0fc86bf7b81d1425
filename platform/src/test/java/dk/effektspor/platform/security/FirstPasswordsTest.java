package dk.effektspor.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.platform.vault.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

@ExtendWith(OutputCaptureExtension.class)
class FirstPasswordsTest {

    private static final FirstUsers FIRST = FirstUsers.forEveryRole("BBU-NOERREBRO");

    private final DataSource database = TestDatabase.migrated();
    private final LocalUsers users = new LocalUsers(JdbcClient.create(database));
    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(4);

    @TempDir
    Path data;

    @Test
    void the_first_start_makes_a_user_for_each_role_and_the_second_team_leader_that_four_eyes_take()
            throws IOException {
        firstPasswords().makeIfNone(FIRST);

        List<String> lines = Files.readAllLines(file());
        assertThat(lines).hasSize(Role.values().length + 1);
        assertThat(lines).allSatisfy(line -> {
            String[] words = line.split(" ", -1);
            LocalUsers.Stored stored = users.named(words[0]).orElseThrow();
            assertThat(words[1]).hasSize(20);
            assertThat(encoder.matches(words[1], stored.passwordHash())).isTrue();
        });
        assertThat(users.named("sagsbehandler").orElseThrow().signedIn())
                .isEqualTo(new SignedIn("sagsbehandler", Role.CASEWORKER, List.of("BBU-NOERREBRO")));
        assertThat(List.of("teamleder", "teamleder2"))
                .allSatisfy(
                        leader -> assertThat(users.named(leader).orElseThrow().signedIn())
                                .isEqualTo(new SignedIn(leader, Role.TEAM_LEADER, List.of("BBU-NOERREBRO"))));
    }

    @Test
    void only_the_owner_can_read_the_passwords_and_the_log_has_none(CapturedOutput output) throws IOException {
        firstPasswords().makeIfNone(FIRST);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(output.getAll()).contains("first-passwords.txt");
        for (String line : Files.readAllLines(file())) {
            assertThat(output.getAll()).doesNotContain(line.split(" ", -1)[1]);
        }
    }

    @Test
    void a_later_start_changes_nothing() throws IOException {
        firstPasswords().makeIfNone(FIRST);
        Files.delete(file());

        firstPasswords().makeIfNone(FIRST);

        assertThat(file()).doesNotExist();
    }

    @Test
    void of_two_processes_that_start_at_once_one_makes_the_users() throws IOException {
        CompletableFuture<Void> one =
                CompletableFuture.runAsync(() -> firstPasswords().makeIfNone(FIRST));
        CompletableFuture<Void> other =
                CompletableFuture.runAsync(() -> firstPasswords().makeIfNone(FIRST));
        CompletableFuture.allOf(one, other).join();

        for (String line : Files.readAllLines(file())) {
            String[] words = line.split(" ", -1);
            assertThat(encoder.matches(
                            words[1], users.named(words[0]).orElseThrow().passwordHash()))
                    .isTrue();
        }
    }

    private Path file() {
        return data.resolve("keys/first-passwords.txt");
    }

    private FirstPasswords firstPasswords() {
        return new FirstPasswords(users, new JdbcTransactionManager(database), encoder, file());
    }
}
