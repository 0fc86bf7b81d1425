package dk.effektspor.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.platform.StartRefused;
import dk.effektspor.platform.vault.TestDatabase;
import dk.effektspor.shared.catalogue.CatalogueLoader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class UserCommandsTest {

    private static final DataSource DATABASE = TestDatabase.migrated();
    private static final Locale DANISH = Locale.forLanguageTag("da");

    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final LocalUsers users = new LocalUsers(jdbc);
    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(4);
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void nobody() {
        jdbc.sql("delete from local_user").update();
    }

    @Test
    void a_user_is_added_with_a_password_that_is_printed_once_and_kept_as_a_hash() {
        String password = password(does("add anna.b-2 --unit BBU-NOERREBRO --role team-leader"));

        LocalUsers.Stored anna = users.named("anna.b-2").orElseThrow();
        assertThat(anna.signedIn()).isEqualTo(new SignedIn("anna.b-2", Role.TEAM_LEADER, List.of("BBU-NOERREBRO")));
        assertThat(anna.locked()).isFalse();
        assertThat(password).hasSize(20);
        assertThat(encoder.matches(password, anna.passwordHash())).isTrue();
        assertThat(jdbc.sql("select u::text from local_user u")
                        .query(String.class)
                        .single())
                .doesNotContain(password);
        assertThat(printed.toString(UTF_8)).containsOnlyOnce(password);
    }

    @Test
    void a_role_that_sees_no_unit_is_given_none() {
        does("add revision --role AUDITOR");

        assertThat(users.named("revision").orElseThrow().signedIn())
                .isEqualTo(new SignedIn("revision", Role.AUDITOR, List.of()));
    }

    @Test
    void a_new_password_takes_the_place_of_the_old_one_and_unlocks_nobody() {
        String old = password(does("add anna --role OPERATOR"));
        does("lock anna");

        String password = password(does("password anna"));

        LocalUsers.Stored anna = users.named("anna").orElseThrow();
        assertThat(encoder.matches(old, anna.passwordHash())).isFalse();
        assertThat(encoder.matches(password, anna.passwordHash())).isTrue();
        assertThat(anna.locked()).isTrue();
    }

    @Test
    void a_user_is_locked_and_unlocked_also_twice_and_nobody_else_is() {
        does("add anna --role OPERATOR");
        does("add bent --role OPERATOR");

        does("lock anna");
        does("lock anna");
        assertThat(users.all()).extracting(LocalUsers.Stored::locked).containsExactly(true, false);

        does("unlock anna");
        does("unlock anna");
        assertThat(users.all()).extracting(LocalUsers.Stored::locked).containsExactly(false, false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"password anna", "lock anna", "unlock anna"})
    void each_change_leaves_its_time(String change) {
        does("add anna --role OPERATOR");
        jdbc.sql("update local_user set changed_at = '2020-01-01'").update();

        does(change);

        assertThat(jdbc.sql("select changed_at > now() - interval '1 minute' from local_user")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void the_list_shows_name_role_unit_and_whether_locked_and_no_hash() {
        does("add bent --role ANALYST");
        does("add anna --role CASEWORKER --unit BBU-NOERREBRO");
        does("lock bent");
        printed.reset();

        does("list");

        assertThat(printed.toString(UTF_8).lines().map(line -> line.split(" +")))
                .containsExactly(
                        new String[] {"navn", "rolle", "enhed", "låst"},
                        new String[] {"anna", "CASEWORKER", "BBU-NOERREBRO", "nej"},
                        new String[] {"bent", "ANALYST", "-", "ja"});
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    add anna | --role mangler; angiv en af CASEWORKER, TEAM_LEADER, AUDITOR, ANALYST, OPERATOR. | --role is missing; give one of CASEWORKER, TEAM_LEADER, AUDITOR, ANALYST, OPERATOR.
                    add anna --role BOSS | --role: BOSS er ingen rolle; angiv en af CASEWORKER, TEAM_LEADER, AUDITOR, ANALYST, OPERATOR. | --role: BOSS is not a role; give one of CASEWORKER, TEAM_LEADER, AUDITOR, ANALYST, OPERATOR.
                    add anna --role CASEWORKER | --unit mangler; rollen CASEWORKER ser en enheds sager: angiv enhedens kode i kataloget. | --unit is missing; the role CASEWORKER sees a unit's cases: give the unit's code in the catalogue.
                    add anna --role TEAM_LEADER --unit BBU-X | --unit: BBU-X er ikke i dag en enhed i kataloget; angiv koden på en, der er. | --unit: BBU-X is not a unit of the catalogue today; give the code of one that is.
                    add anna --role TEAM_LEADER --unit BBU-AMAGER-SYD | --unit: BBU-AMAGER-SYD er ikke i dag en enhed i kataloget; angiv koden på en, der er. | --unit: BBU-AMAGER-SYD is not a unit of the catalogue today; give the code of one that is.
                    add anna --role AUDITOR --unit BBU-NOERREBRO | --unit: rollen AUDITOR har ingen enhed; udelad den. | --unit: the role AUDITOR has no unit; leave it out.
                    add Anna --role AUDITOR | NAVN: Anna kan ikke bruges; et navn er 2-40 af tegnene a-z, 0-9, punktum, bindestreg og understreg og begynder med et bogstav. | NAME: Anna cannot be used; a name is 2-40 of the signs a-z, 0-9, full stop, hyphen and underscore, and begins with a letter.
                    add taken --role AUDITOR | NAVN: taken er taget; en bruger skal have sit eget navn. | NAME: taken is taken; a user must have a name of their own.
                    lock nobody | NAVN: der er ingen bruger nobody; user list viser dem, der er. | NAME: there is no user nobody; user list shows those there are.
                    unlock nobody | NAVN: der er ingen bruger nobody; user list viser dem, der er. | NAME: there is no user nobody; user list shows those there are.
                    password nobody | NAVN: der er ingen bruger nobody; user list viser dem, der er. | NAME: there is no user nobody; user list shows those there are.
                    """)
    void what_cannot_be_is_one_sentence_naming_field_and_rule_and_changes_nothing(
            String words, String danish, String english) {
        does("add taken --role OPERATOR");
        List<LocalUsers.Stored> before = users.all();
        printed.reset();

        assertThatThrownBy(() -> does(words)).isInstanceOfSatisfying(StartRefused.class, refused -> {
            assertThat(refused.sentence(DANISH)).isEqualTo(danish);
            assertThat(refused.sentence(Locale.ENGLISH)).isEqualTo(english);
        });

        assertThat(users.all()).isEqualTo(before);
        assertThat(printed.toString(UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "-anna", "0101900000", "010190-0000", "an:na", "søren", "anna'--", "anna\n"})
    void a_name_with_other_signs_is_refused(String name) {
        assertThatThrownBy(() -> commands().run(List.of("add", name, "--role", "AUDITOR")))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("NAME: " + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fly",
                "add",
                "add anna --role",
                "add anna --password secret",
                "add anna --role OPERATOR --role AUDITOR",
                "list all",
                "lock",
                "lock anna bent"
            })
    void what_is_not_understood_is_answered_with_what_there_is(String words) {
        assertThatThrownBy(() -> does(words))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("Usage: user add NAME --role ROLE");
    }

    private String does(String words) {
        printed.reset();
        commands().run(Arrays.asList(words.split(" ")));
        return printed.toString(UTF_8);
    }

    private UserCommands commands() {
        return new UserCommands(
                users,
                encoder,
                () -> CatalogueLoader.fromClassPath().units(),
                new SetClock("2026-03-02T08:00:00Z"),
                DANISH,
                new PrintStream(printed, true, UTF_8));
    }

    private static String password(String said) {
        Matcher password = Pattern.compile("Adgangskode, som kun vises denne ene gang: (\\S+)\\R")
                .matcher(said);
        assertThat(password.find()).as(said).isTrue();
        return password.group(1);
    }
}
