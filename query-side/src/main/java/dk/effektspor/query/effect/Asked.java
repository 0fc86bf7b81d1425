package dk.effektspor.query.effect;

import dk.effektspor.platform.web.Problem;
import dk.effektspor.query.effect.figure.Period;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what a request asks for, and names the parameter that cannot be read. */
final class Asked {

    private static final Pattern QUARTER = Pattern.compile("(\\d{4})K([1-4])");
    private static final int DATE_LENGTH = 10;
    static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");
    private static final int LONGEST_IN_YEARS = 50;

    private Asked() {}

    static <T extends Enum<T>> T choice(String parameter, String value, T[] all, Function<T, String> written) {
        return Arrays.stream(all)
                .filter(choice -> written.apply(choice).equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        400,
                        "effect.unknown-choice",
                        Map.of(
                                "parameter",
                                parameter,
                                "allowed",
                                Arrays.stream(all).map(written).toList())));
    }

    /** The code, if the catalogue knows it at any time. */
    static String known(String parameter, String code, Stream<String> codes) {
        if (codes.noneMatch(code::equals)) {
            throw new Problem(400, "effect.unknown-code", Map.of("parameter", parameter));
        }
        return code;
    }

    /** A quarter such as {@code 2012K3}, or from and to, of which either may be left out. */
    static Period period(
            @Nullable String quarter, @Nullable LocalDate from, @Nullable LocalDate to, LocalDate today, int years) {
        if (quarter != null) {
            return quarter(quarter);
        }
        LocalDate last =
                to != null ? to : from == null ? today : from.plusYears(years).minusDays(1);
        LocalDate first = from != null ? from : last.minusYears(years).plusDays(1);
        return possible(new Period(first, last));
    }

    static Period possible(Period period) {
        LocalDate first = period.from();
        LocalDate last = period.to();
        if (first.isAfter(last) || first.plusYears(LONGEST_IN_YEARS).isBefore(last)) {
            throw new Problem(
                    400, "effect.impossible-period", Map.of("from", first, "to", last, "years", LONGEST_IN_YEARS));
        }
        return period;
    }

    /** A date, which means the end of that day, or an instant. */
    static Instant instant(String parameter, String value) {
        try {
            return value.length() == DATE_LENGTH ? endOf(LocalDate.parse(value)) : Instant.parse(value);
        } catch (DateTimeException e) {
            throw new Problem(400, "effect.unreadable-instant", Map.of("parameter", parameter));
        }
    }

    static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(DENMARK).toInstant().minusMillis(1);
    }

    private static Period quarter(String quarter) {
        Matcher matcher = QUARTER.matcher(quarter);
        if (!matcher.matches()) {
            throw new Problem(400, "effect.unreadable-quarter", Map.of());
        }
        LocalDate first =
                LocalDate.of(Integer.parseInt(matcher.group(1)), 3 * Integer.parseInt(matcher.group(2)) - 2, 1);
        return new Period(first, first.plusMonths(3).minusDays(1));
    }
}
