package dk.effektspor.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.platform.PlatformApplication;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

class EmbeddedPostgresTest {

    @TempDir
    Path data;

    @Test
    void the_server_itself_says_that_commits_are_durable_and_the_data_is_there_again_after_a_restart()
            throws Exception {
        try (ConfigurableApplicationContext context = PlatformApplication.start(data)) {
            JdbcTemplate sql = context.getBean(JdbcTemplate.class);
            assertThat(show(sql, "fsync")).isEqualTo("on");
            assertThat(show(sql, "synchronous_commit")).isEqualTo("on");
            assertThat(show(sql, "full_page_writes")).isEqualTo("on");
            assertThat(show(sql, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(show(sql, "transaction_timeout")).isEqualTo("20s");
            assertThat(show(sql, "server_version")).startsWith("17");
            sql.execute("CREATE TABLE kept AS SELECT 42 AS answer");
        }
        assertThat(data.resolve("postgres/postmaster.pid"))
                .as("stopped with the application")
                .doesNotExist();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("postgres-password"))))
                .isEqualTo("rw-------");

        try (ConfigurableApplicationContext context = PlatformApplication.start(data)) {
            assertThat(context.getBean(JdbcTemplate.class).queryForObject("SELECT answer FROM kept", Integer.class))
                    .isEqualTo(42);
        }
    }

    @Test
    void a_pid_file_left_by_a_crash_does_not_stop_the_start_even_when_its_number_is_in_use() throws Exception {
        PlatformApplication.start(data).close();
        Path pidFile = data.resolve("postgres/postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n" + data.resolve("postgres") + "\n");

        try (ConfigurableApplicationContext context = PlatformApplication.start(data)) {
            assertThat(show(context.getBean(JdbcTemplate.class), "fsync")).isEqualTo("on");
        }
    }

    private static String show(JdbcTemplate sql, String setting) {
        return String.valueOf(sql.queryForObject("SHOW " + setting, String.class));
    }
}
