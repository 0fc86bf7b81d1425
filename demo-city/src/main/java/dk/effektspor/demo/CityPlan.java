package dk.effektspor.demo;

import java.time.LocalDate;

/**
 * What city to invent. The same plan gives the same bytes: no clock is asked.
 *
 * @param until the last day on which anything happens
 */
record CityPlan(int citizens, int years, long seed, LocalDate until) {

    static final CityPlan DEMO = new CityPlan(2_000, 6, 1, LocalDate.of(2026, 10, 31));

    LocalDate from() {
        return until.minusYears(years).plusDays(1);
    }
}
