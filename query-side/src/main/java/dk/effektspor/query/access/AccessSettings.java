package dk.effektspor.query.access;

import dk.effektspor.platform.security.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The log of who looked.
 *
 * @param purposeRequiredOf roles that must state a purpose in the header Access-Purpose
 * @param purposeRemembered how long a stated purpose counts for the same user and case
 * @param retention how long an entry is kept, never less than six months; older ones are deleted, and the deletion recorded
 * @param upkeepEvery how often the whole chain is checked and what is too old is deleted
 * @param checkedPerSecond entries the check in the background reads a second at most
 */
@ConfigurationProperties("effektspor.access")
record AccessSettings(
        @DefaultValue("AUDITOR") Set<Role> purposeRequiredOf,
        @DefaultValue("8h") Duration purposeRemembered,
        @DefaultValue("5y") Period retention,
        @DefaultValue("1h") Duration upkeepEvery,
        @DefaultValue("5000") int checkedPerSecond) {

    private static final Period SHORTEST = Period.ofMonths(6);

    AccessSettings {
        purposeRequiredOf = Set.copyOf(purposeRequiredOf);
        LocalDate anyDay = LocalDate.of(2026, 1, 1);
        if (anyDay.plus(retention).isBefore(anyDay.plus(SHORTEST))) {
            throw new IllegalArgumentException(
                    "effektspor.access.retention must be six months at least, not " + retention);
        }
        if (checkedPerSecond < 1) {
            throw new IllegalArgumentException("effektspor.access.checked-per-second must be positive");
        }
    }
}
