package dk.effektspor.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.platform.ChildProcess;
import dk.effektspor.platform.vault.TestDatabase;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The program as an operator's script starts it, at a PostgreSQL of the municipality's own. */
class UserProgramTest {

    @TempDir
    Path folder;

    @Test
    void a_user_is_added_at_an_external_postgresql_and_what_is_refused_ends_with_2() throws Exception {
        DataSource database = TestDatabase.migrated();

        Ended added = run(database, "add", "anna", "--role", "TEAM_LEADER", "--unit", "BBU-NOERREBRO");
        assertThat(added.code()).as(added.errors()).isEqualTo(UserProgram.DONE);
        assertThat(added.output()).contains("The user anna has been made.", "Password, shown this once only: ");
        assertThat(added.errors()).isEmpty();
        LocalUsers.Stored anna =
                new LocalUsers(JdbcClient.create(database)).named("anna").orElseThrow();
        // As the application's own encoder writes it: the algorithm first.
        assertThat(anna.passwordHash()).startsWith("{bcrypt}");

        Ended again = run(database, "add", "anna", "--role", "AUDITOR");
        assertThat(again.code()).isEqualTo(UserProgram.REFUSED);
        assertThat(again.errors()).isEqualTo("NAME: anna is taken; a user must have a name of their own.");
        assertThat(again.output()).isEmpty();
    }

    @Test
    void units_are_those_of_the_municipality_s_own_catalogue_and_a_bad_one_is_refused() throws Exception {
        Files.writeString(folder.resolve("catalogue.json"), "{\"version\": \"ours\",\n \"sauce\": \"us\"}");

        Ended refused = run(
                TestDatabase.migrated(),
                "add",
                "anna",
                "--role",
                "CASEWORKER",
                "--unit",
                "BBU-NOERREBRO",
                "--effektspor.catalogue.folder=" + folder);

        assertThat(refused.code()).isEqualTo(UserProgram.REFUSED);
        assertThat(refused.errors())
                .isEqualTo("The catalogue cannot be used: " + folder + "/catalogue.json:2: unknown field 'sauce'");
    }

    @Test
    void a_database_of_an_older_release_is_left_alone_with_one_sentence() throws Exception {
        DataSource database = TestDatabase.migrated();
        JdbcClient.create(database)
                .sql("alter table local_user drop column locked, drop column changed_at")
                .update();

        Ended refused = run(database, "list");

        assertThat(refused.code()).isEqualTo(UserProgram.REFUSED);
        assertThat(refused.errors())
                .isEqualTo("The database is of an older release; start Effektspor once and try again.");
    }

    private Ended run(DataSource database, String... words) throws Exception {
        DriverManagerDataSource address = (DriverManagerDataSource) database;
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.add("--effektspor.data=" + folder.resolve("data"));
        arguments.add("--effektspor.postgres.url=" + address.getUrl());
        arguments.add("--effektspor.postgres.user=" + address.getUsername());
        arguments.add("--effektspor.postgres.password=" + address.getPassword());
        try (ChildProcess child = ChildProcess.start(
                        UserProgram.class, folder.resolve("errors"), arguments.toArray(String[]::new));
                BufferedReader output = child.output()) {
            String said = output.lines().collect(Collectors.joining("\n"));
            return new Ended(child.end(), said, Files.readString(child.errors()).strip());
        }
    }

    private record Ended(int code, String output, String errors) {}
}
