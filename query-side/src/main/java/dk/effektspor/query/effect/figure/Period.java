package dk.effektspor.query.effect.figure;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Days from the first to the last, both inclusive. */
public record Period(LocalDate from, LocalDate to) {

    public static Period ofYear(int year) {
        return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** As much of it as lies on or before a date. */
    public Period until(LocalDate date) {
        return date.isBefore(to) ? new Period(from, date) : this;
    }

    /** The last quarter that ends within it; all of it, if none does. */
    public Period lastQuarter() {
        List<LocalDate> ends = quarterEnds();
        if (ends.isEmpty()) {
            return this;
        }
        LocalDate end = ends.get(ends.size() - 1);
        return new Period(end.plusDays(1).minusMonths(3), end);
    }

    /** The last day of the quarter that follows the one it ends in. */
    public LocalDate closedOn() {
        return endOfQuarter(endOfQuarter(to).plusDays(1));
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
