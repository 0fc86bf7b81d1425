package dk.effektspor.query.effect.figure;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Days from the first to the last, both inclusive. */
public record Period(LocalDate from, LocalDate to) {

    public static Period ofYear(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    boolean covers(LocalDate date) {
        return !date.isBefore(from) && !date.isAfter(to);
    }

    /** The last days of the quarters that end within the period. */
    List<LocalDate> quarterEnds() {
        return Stream.iterate(endOfQuarter(from), d -> !d.isAfter(to), d -> endOfQuarter(d.plusDays(1)))
                .toList();
    }

    /** The quarter a date lies in, e.g. {@code 2012K3}, in the form of Statistics Denmark. */
    static String quarterOf(LocalDate date) {
        return date.getYear() + "K" + ((date.getMonthValue() + 2) / 3);
    }

    private static LocalDate endOfQuarter(LocalDate date) {
        int lastMonth = (date.getMonthValue() + 2) / 3 * 3;
        return date.withDayOfMonth(1).withMonth(lastMonth).plusMonths(1).minusDays(1);
    }
}
