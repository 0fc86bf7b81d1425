package dk.effektspor.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.effektspor.platform.security.Role;
import java.time.Duration;
import java.time.Period;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AccessSettingsTest {

    @Test
    void the_log_is_never_kept_for_less_than_six_months() {
        assertThat(kept(Period.ofMonths(6)).retention()).isEqualTo(Period.ofMonths(6));
        assertThatThrownBy(() -> kept(Period.ofMonths(6).minusDays(1))).hasMessageContaining("six months");
        assertThatThrownBy(() -> kept(Period.ofDays(180))).hasMessageContaining("six months");
    }

    private static AccessSettings kept(Period retention) {
        return new AccessSettings(Set.of(Role.AUDITOR), Duration.ofHours(8), retention, Duration.ofHours(1), 5_000);
    }
}
