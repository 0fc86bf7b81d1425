package dk.effektspor.platform.security;

import java.time.LocalDate;
import java.util.Set;

/** A unit and all units under it on a date. */
@FunctionalInterface
interface UnitReach {
    Set<String> within(String unit, LocalDate date);
}
