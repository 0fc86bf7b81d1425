package dk.effektspor.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.platform.load.ClientLimits;
import dk.effektspor.platform.vault.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class LocalSignInTest {

    private static final DataSource DATABASE = TestDatabase.migrated();

    private final SetClock clock = new SetClock("2026-03-02T08:00:00Z");
    private final CountingEncoder encoder = new CountingEncoder();
    private final JdbcClient jdbc = JdbcClient.create(DATABASE);
    private final LocalUsers users = new LocalUsers(jdbc);
    private final VerifiedRecently recently = new VerifiedRecently(clock);
    private final LocalSignIn signIn = new LocalSignIn(users, encoder, recently, new ClientLimits(1, 10), clock);

    @BeforeEach
    void one_user() {
        jdbc.sql("delete from local_user").update();
        users.add("anna", Objects.requireNonNull(encoder.encode("right")), Role.TEAM_LEADER, "BBU-NOERREBRO");
        encoder.checks.set(0);
    }

    @Test
    void the_right_password_signs_in_with_role_and_units() {
        jdbc.sql("update local_user set units = '{BBU-OESTERBRO}'").update();

        assertThat(signIn("anna", "right"))
                .isEqualTo(new SignedIn("anna", Role.TEAM_LEADER, List.of("BBU-NOERREBRO", "BBU-OESTERBRO")));
    }

    @Test
    void an_unknown_name_costs_as_much_work_as_a_wrong_password() {
        assertRefused("anna", "wrong");
        assertRefused("nobody", "right");

        assertThat(encoder.checks).hasValue(2);
    }

    @Test
    void the_slow_check_is_made_once_in_five_minutes() {
        signIn("anna", "right");
        signIn("anna", "right");
        assertThat(encoder.checks).hasValue(1);

        clock.advance(Duration.ofMinutes(5));
        signIn("anna", "right");
        assertThat(encoder.checks).hasValue(2);
    }

    @Test
    void what_is_remembered_is_name_and_password_together() {
        signIn("anna", "right");

        assertRefused("anna", "righ");
        assertRefused("annar", "ight");
    }

    @Test
    void a_removed_user_is_out_after_five_minutes() {
        signIn("anna", "right");
        jdbc.sql("delete from local_user").update();

        clock.advance(Duration.ofMinutes(5));

        assertRefused("anna", "right");
    }

    @Test
    void a_locked_user_is_refused_as_with_a_wrong_password() {
        jdbc.sql("update local_user set locked = true").update();

        assertRefused("anna", "right");

        assertThat(encoder.checks).hasValue(1);
        jdbc.sql("update local_user set locked = false").update();
        assertThat(signIn("anna", "right").user()).isEqualTo("anna");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update local_user set locked = true",
                "update local_user set password_hash = ''",
                "delete from local_user"
            })
    void who_is_at_work_is_out_within_seconds_of_a_change(String change) {
        signIn("anna", "right");
        try (UserWatch watch = new UserWatch(users, recently).begin()) {
            jdbc.sql(change).update();

            Awaitility.await()
                    .atMost(Duration.ofSeconds(5))
                    .untilAsserted(
                            () -> assertThat(recently.find("anna", "right")).isEmpty());
        }
        assertRefused("anna", "right");
    }

    @Test
    void a_change_of_role_or_unit_counts_within_seconds_and_who_is_unchanged_is_not_checked_again() {
        users.add("bent", Objects.requireNonNull(encoder.encode("bents")), Role.ANALYST, null);
        signIn("anna", "right");
        signIn("bent", "bents");
        jdbc.sql("update local_user set role = 'CASEWORKER' where username = 'anna'")
                .update();

        look();

        assertThat(signIn("anna", "right").role()).isEqualTo(Role.CASEWORKER);
        encoder.checks.set(0);
        signIn("bent", "bents");
        assertThat(encoder.checks).hasValue(0);
    }

    @Test
    void who_is_at_work_stays_while_the_users_cannot_be_looked_at() {
        signIn("anna", "right");
        jdbc.sql("alter table local_user rename to out_of_reach").update();
        try {
            look();

            // Else everyone would wait for a database that is away, also for what needs none.
            assertThat(signIn("anna", "right").user()).isEqualTo("anna");
        } finally {
            jdbc.sql("alter table out_of_reach rename to local_user").update();
        }
    }

    @Test
    void after_five_wrong_passwords_one_waits_a_minute() {
        for (int i = 0; i < 5; i++) {
            assertRefused("anna", "wrong" + i);
        }
        assertThatThrownBy(() -> signIn("anna", "right"))
                .isInstanceOfSatisfying(
                        TooManyFailures.class,
                        wait -> assertThat(wait.seconds()).isBetween(60L, 61L));
        assertThat(encoder.checks).hasValue(5);

        clock.advance(Duration.ofMinutes(1));

        assertThat(signIn("anna", "right").user()).isEqualTo("anna");
    }

    @Test
    void someone_at_work_is_not_locked_out_by_a_stranger() {
        signIn("anna", "right");
        for (int i = 0; i < 6; i++) {
            int attempt = i;
            assertThatThrownBy(() -> signIn("anna", "guess" + attempt)).isNotNull();
        }

        assertThat(signIn("anna", "right").user()).isEqualTo("anna");
    }

    @Test
    void guesses_under_ever_new_names_cost_no_more_work_than_the_limit_and_keep_nobody_from_working() {
        signIn("anna", "right");
        encoder.checks.set(0);

        for (int i = 0; i < 100; i++) {
            int attempt = i;
            assertThatThrownBy(() -> signIn("nobody" + attempt, "guess")).isInstanceOf(AuthenticationException.class);
        }

        assertThat(encoder.checks).hasValueBetween(10, 20);
        assertThatThrownBy(() -> signIn("nobody", "guess")).isInstanceOf(TooManyFailures.class);
        assertThat(signIn("anna", "right").user()).isEqualTo("anna");
    }

    private void look() {
        try (UserWatch watch = new UserWatch(users, recently)) {
            watch.look();
        }
    }

    private SignedIn signIn(String user, String password) {
        return (SignedIn) Objects.requireNonNull(
                signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(user, password))
                        .getPrincipal());
    }

    private void assertRefused(String user, String password) {
        assertThatThrownBy(() -> signIn(user, password)).isInstanceOf(BadCredentialsException.class);
    }

    private static final class CountingEncoder implements PasswordEncoder {

        private final PasswordEncoder bcrypt = new BCryptPasswordEncoder(4);
        private final AtomicInteger checks = new AtomicInteger();

        @Override
        public @Nullable String encode(@Nullable CharSequence password) {
            return bcrypt.encode(password);
        }

        @Override
        public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
            checks.incrementAndGet();
            return bcrypt.matches(password, hash);
        }
    }
}
