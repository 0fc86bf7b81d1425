package dk.effektspor.platform.security;

import dk.effektspor.platform.StartRefused;
import dk.effektspor.shared.catalogue.UnitTree;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A user as an operator wants one, in whom nothing is left to ask about. */
record NewUser(String name, Role role, @Nullable String unit) {

    /** No letters that look like others. Begins with one, so that it is no CPR number: names stand in events in clear. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9._-]{1,39}");

    /**
     * Checks what was typed.
     *
     * @throws StartRefused naming the first field that cannot be, and its rule
     */
    static NewUser of(
            String name, @Nullable String role, @Nullable String unit, Supplier<UnitTree> units, LocalDate today) {
        if (!NAME.matcher(name).matches()) {
            throw new StartRefused(
                    "NAVN: " + name + " kan ikke bruges; et navn er 2-40 af tegnene a-z, 0-9, punktum, bindestreg og"
                            + " understreg og begynder med et bogstav.",
                    "NAME: " + name + " cannot be used; a name is 2-40 of the signs a-z, 0-9, full stop, hyphen and"
                            + " underscore, and begins with a letter.");
        }
        return new NewUser(name, checked(role), checked(checked(role), unit, units, today));
    }

    private static Role checked(@Nullable String role) {
        String roles = Arrays.stream(Role.values()).map(Role::name).collect(Collectors.joining(", "));
        if (role == null) {
            throw new StartRefused(
                    "--role mangler; angiv en af " + roles + ".", "--role is missing; give one of " + roles + ".");
        }
        return Role.named(role)
                .orElseThrow(() -> new StartRefused(
                        "--role: " + role + " er ingen rolle; angiv en af " + roles + ".",
                        "--role: " + role + " is not a role; give one of " + roles + "."));
    }

    private static @Nullable String checked(
            Role role, @Nullable String unit, Supplier<UnitTree> units, LocalDate today) {
        if (unit == null && role.hasUnit()) {
            throw new StartRefused(
                    "--unit mangler; rollen " + role + " ser en enheds sager: angiv enhedens kode i kataloget.",
                    "--unit is missing; the role " + role
                            + " sees a unit's cases: give the unit's code in the catalogue.");
        }
        if (unit != null && !role.hasUnit()) {
            throw new StartRefused(
                    "--unit: rollen " + role + " har ingen enhed; udelad den.",
                    "--unit: the role " + role + " has no unit; leave it out.");
        }
        if (unit != null && units.get().on(unit, today).isEmpty()) {
            throw new StartRefused(
                    "--unit: " + unit + " er ikke i dag en enhed i kataloget; angiv koden på en, der er.",
                    "--unit: " + unit + " is not a unit of the catalogue today; give the code of one that is.");
        }
        return unit;
    }
}
