package dk.effektspor.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Someone who does not exist. */
record Citizen(String cpr, String name, LocalDate born) {

    int ageOn(LocalDate date) {
        return Math.toIntExact(ChronoUnit.YEARS.between(born, date));
    }

    LocalDate birthday(int age) {
        return born.plusYears(age);
    }
}
