package dk.effektspor.query.access;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From when on looking is called unusual.
 *
 * @param outsideCases cases of other caseworkers that a caseworker opens in one day
 * @param outsideShare and their share of all cases the caseworker opens that day, from 0 to 1
 * @param refused refusals in one day
 * @param citizensInAnHour different citizens whose cases one person opens within one clock hour
 * @param atNight looks between 23 and 5 in one night's day
 * @param nightUnits codes of units that work at night, whose looks then are not counted
 */
@ConfigurationProperties("effektspor.access.unusual")
record UnusualSettings(
        @DefaultValue("10") int outsideCases,
        @DefaultValue("0.5") double outsideShare,
        @DefaultValue("5") int refused,
        @DefaultValue("40") int citizensInAnHour,
        @DefaultValue("5") int atNight,
        @DefaultValue Set<String> nightUnits) {

    UnusualSettings {
        nightUnits = Set.copyOf(nightUnits);
    }
}
