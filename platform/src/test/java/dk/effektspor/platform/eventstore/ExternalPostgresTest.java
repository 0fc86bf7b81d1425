package dk.effektspor.platform.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.platform.PlatformApplication;
import dk.effektspor.platform.StartRefused;
import dk.effektspor.platform.postgres.DebianPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

class ExternalPostgresTest {

    @TempDir
    Path folder;

    @Test
    void events_are_kept_on_the_server_named_by_a_property_and_nothing_is_started_beside_it() throws Exception {
        Path data = folder.resolve("data");
        try (DebianPostgres server = DebianPostgres.start()) {
            String[] properties = {
                "effektspor.postgres.url=" + server.url(),
                "effektspor.postgres.user=municipality",
                "effektspor.postgres.transaction-timeout=2s"
            };
            String caseId = CaseLog.newCase();
            try (ConfigurableApplicationContext context = PlatformApplication.start(data, properties)) {
                new CaseLog(context).add(caseId, 0);
                assertThat(data.resolve("postgres")).doesNotExist();
                assertThat(context.getBean(JdbcTemplate.class).queryForObject("SHOW port", String.class))
                        .isEqualTo(server.url().replaceAll("\\D+127\\.0\\.0\\.1:(\\d+).*", "$1"));
                assertHeldTransactionIsEnded(context.getBean(DataSource.class));
            }
            try (ConfigurableApplicationContext context = PlatformApplication.start(data, properties)) {
                assertThat(new CaseLog(context).everything()).containsExactly(caseId + "/0");
            }
        }
    }

    @Test
    void a_server_that_does_not_answer_refuses_the_start() {
        assertThatThrownBy(() -> PlatformApplication.start(
                        folder, "effektspor.postgres.url=jdbc:postgresql://127.0.0.1:1/postgres"))
                .satisfies(failure -> assertThat(StartRefused.behind(failure))
                        .isNotNull()
                        .hasMessageContaining("PostgreSQL does not answer at jdbc:postgresql://127.0.0.1:1"));
    }

    private static void assertHeldTransactionIsEnded(DataSource pool) throws Exception {
        try (Connection held = pool.getConnection()) {
            held.setAutoCommit(false);
            long processId = processId(held);
            try (Connection other = pool.getConnection()) {
                org.awaitility.Awaitility.await().until(() -> !isRunning(other, processId));
            }
            assertThatThrownBy(held::commit).isInstanceOf(SQLException.class);
        }
    }

    private static long processId(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static boolean isRunning(Connection connection, long processId) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT count(*) FROM pg_stat_activity WHERE pid = ?")) {
            statement.setLong(1, processId);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getInt(1) > 0;
            }
        }
    }
}
