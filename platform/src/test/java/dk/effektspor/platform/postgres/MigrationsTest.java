package dk.effektspor.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.platform.PlatformApplication;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Each module numbers its own migrations, and each application knows those of its own modules only. What becomes of the rows
 * an earlier release left is tried by {@code EarlierSchemaTest} of the standalone application.
 */
class MigrationsTest {

    @TempDir
    Path data;

    @Test
    void a_new_migration_runs_also_below_the_last_and_one_of_another_application_is_left_alone() {
        try (ConfigurableApplicationContext context = PlatformApplication.start(data)) {
            JdbcTemplate sql = context.getBean(JdbcTemplate.class);
            // As if 201, and 601 which changes its table, were new in this release, and 150 and 999 belonged to the
            // other application or to the next
            // release.
            sql.execute("drop table citizen, vault_key_check");
            sql.execute("delete from flyway_schema_history where version in ('201', '601')");
            applied(sql, 150);
            applied(sql, 999);
        }

        try (ConfigurableApplicationContext context = PlatformApplication.start(data)) {
            JdbcTemplate sql = context.getBean(JdbcTemplate.class);
            assertThat(sql.queryForObject("select count(*) from citizen", Integer.class))
                    .isZero();
            assertThat(sql.queryForList("select version from flyway_schema_history", String.class))
                    .contains("101", "150", "201", "202", "999");
        }
    }

    private static void applied(JdbcTemplate sql, int version) {
        sql.update("""
                insert into flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (?, ?, 'another', 'SQL', 'V' || ? || '__another.sql', 1, 'effektspor', 1, true)""", version, Integer.toString(version), version);
    }
}
