package dk.effektspor.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;

class CurrentActorTest {

    // Half past midnight in Copenhagen, still the day before in UTC.
    private final SetClock clock = new SetClock("2025-12-31T23:30:00Z");
    private final CurrentActor current = new CurrentActor(
            (unit, date) -> date.equals(LocalDate.parse("2026-01-01")) ? Set.of(unit, unit + "-TEAM") : Set.of(),
            clock);

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_actor_reaches_the_units_under_the_own_ones_on_the_day_in_copenhagen() {
        signIn(new SignedIn("anna", Role.CASEWORKER, List.of("A", "B")));

        assertThat(current.get())
                .isEqualTo(new Actor("anna", Role.CASEWORKER, "A", Set.of("A", "A-TEAM", "B", "B-TEAM")));
    }

    @Test
    void a_role_without_unit_is_an_actor_too() {
        signIn(new SignedIn("drift", Role.OPERATOR, List.of()));

        assertThat(current.get()).isEqualTo(new Actor("drift", Role.OPERATOR, null, Set.of()));
    }

    @Test
    void without_sign_in_or_role_there_is_no_actor() {
        assertThatThrownBy(current::get).isInstanceOf(AccessDeniedException.class);
        signIn(new SignedIn("anna", null, List.of("A")));
        assertThatThrownBy(current::get).isInstanceOf(AccessDeniedException.class);
    }

    private static void signIn(SignedIn signedIn) {
        SecurityContextHolder.getContext().setAuthentication(signedIn.authentication());
    }
}
