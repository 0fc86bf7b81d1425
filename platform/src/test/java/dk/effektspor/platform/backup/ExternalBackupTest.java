package dk.effektspor.platform.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.platform.PlatformApplication;
import dk.effektspor.platform.StartRefused;
import dk.effektspor.platform.postgres.DebianPostgres;
import dk.effektspor.platform.postgres.PostgresDoor;
import dk.effektspor.platform.postgres.PostgresSettings;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.unit.DataSize;

/** A server of the municipality's own, of another major version, copied into an embedded one. */
class ExternalBackupTest {

    private static final Teller SILENT =
            new Teller(Locale.ENGLISH, new PrintStream(OutputStream.nullOutputStream()), false);

    private static DebianPostgres debian;

    @TempDir
    Path folder;

    @BeforeAll
    static void startServer(@TempDir Path data) throws Exception {
        debian = DebianPostgres.start();
        PlatformApplication.start(
                        data, "effektspor.postgres.url=" + debian.url(), "effektspor.postgres.user=municipality")
                .close();
        sql().update("""
                        insert into event (aggregate_identifier, sequence_number, event_identifier, type, time_stamp,
                                           payload_type, payload_revision, payload, meta_data)
                        select 'a', n, 'e' || n, null, '2026', E'tab\\t\\\\ æøå \\n', '1', '\\x00ff0a5c'::bytea, '\\x'::bytea
                        from generate_series(0, 99) n""");
        sql().update("insert into local_user values ('anna', 'hash', 'ANALYST', null, '{A,\"B C\"}')");
    }

    @AfterAll
    static void stopServer() {
        debian.close();
    }

    @Test
    void every_row_and_the_next_number_are_as_they_were() throws Exception {
        // A number given out and never used: the restored log must not use it again.
        sql().queryForObject("select nextval('event_global_index_seq')", Long.class);
        Path backup = backup();

        try (PostgresDoor restored = restored(backup)) {
            JdbcTemplate there = new JdbcTemplate(restored.connections());
            for (String table : new String[] {"event", "local_user", "citizen", "vault_key_check", "snapshot"}) {
                String rows = "select string_agg(t::text, '|' order by t::text) from " + table + " t";
                assertThat(there.queryForObject(rows, String.class))
                        .as(table)
                        .isEqualTo(sql().queryForObject(rows, String.class));
            }
            assertThat(there.queryForObject("select nextval('event_global_index_seq')", Long.class))
                    .isEqualTo(sql().queryForObject("select nextval('event_global_index_seq')", Long.class));
        }
    }

    @Test
    void a_backup_of_an_older_release_is_brought_up_to_date() throws Exception {
        // As if 202, and 203 which changes its table, had not been there yet.
        sql().execute("create schema elsewhere; alter table local_user set schema elsewhere");
        sql().execute("update flyway_schema_history set success = false where version in ('202', '203')");
        Path backup;
        try {
            backup = backup();
        } finally {
            sql().execute("alter table elsewhere.local_user set schema public; drop schema elsewhere");
            sql().execute("update flyway_schema_history set success = true where version in ('202', '203')");
        }

        try (PostgresDoor restored = restored(backup)) {
            JdbcTemplate there = new JdbcTemplate(restored.connections());
            assertThat(there.queryForObject("select count(*) from local_user", Integer.class))
                    .isZero();
            assertThat(there.queryForObject("select count(*) from event", Integer.class))
                    .isEqualTo(100);
        }
    }

    @Test
    void a_backup_of_a_newer_release_is_refused_before_anything_is_touched() throws Exception {
        sql().execute("insert into flyway_schema_history values (98, '998', 'x', 'SQL', 'x', 0, 'm', now(), 1, true)");
        Path backup;
        try {
            backup = backup();
        } finally {
            sql().execute("delete from flyway_schema_history where version = '998'");
        }

        assertThatThrownBy(() -> restored(backup))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("newer release")
                .hasMessageContaining("998");
        assertThat(folder.resolve("new")).doesNotExist();
    }

    private Path backup() throws Exception {
        Path target = folder.resolve("backup");
        try (PostgresDoor door =
                PostgresDoor.open(settings(debian.url(), "municipality"), folder.resolve("no-data-here"))) {
            Manifest made = new Backup(door.connections(), Clock.systemUTC(), SILENT).everythingInto(target);
            assertThat(made.rowsOf("event")).isEqualTo(100);
        }
        return target;
    }

    private PostgresDoor restored(Path backup) throws Exception {
        Restore restore = Restore.of(backup, backup.resolve(Backup.KEYS), Set.of(), SILENT);
        PostgresDoor door = PostgresDoor.openNew(settings(null, null), folder.resolve("new"));
        restore.into(door.connections());
        return door;
    }

    private static PostgresSettings settings(@Nullable String url, @Nullable String user) {
        return new PostgresSettings(
                url, user, null, 1, Duration.ofSeconds(20), DataSize.ofMegabytes(1), Path.of("../target/programs"));
    }

    private static JdbcTemplate sql() {
        try (PostgresDoor door = PostgresDoor.open(settings(debian.url(), "municipality"), Path.of("none"))) {
            return new JdbcTemplate(door.connections());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
