package dk.effektspor.query.clocks;

import dk.effektspor.platform.web.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the two clocks of a request. */
public final class AskedClocks {

    static final ZoneId DENMARK = ZoneId.of("Europe/Copenhagen");

    private AskedClocks() {}

    /**
     * The clocks asked for.
     *
     * @param validAt a date
     * @param knownAt a date, which stands for the end of that day in Denmark, or an instant with its offset
     * @throws Problem 400 {@code clocks.unreadable} naming the parameter
     */
    public static TwoClocks of(@Nullable String validAt, @Nullable String knownAt) {
        return new TwoClocks(
                validAt == null ? null : date("validAt", validAt),
                knownAt == null ? null : instant("knownAt", knownAt));
    }

    /** The date a parameter names. */
    public static LocalDate date(String parameter, String value) {
        try {
            return LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw unreadable(parameter);
        }
    }

    /** The instant a parameter names; of a day its end. */
    public static Instant instant(String parameter, String value) {
        try {
            // A plus sign that was not encoded arrives as a space.
            return value.length() > 10
                    ? OffsetDateTime.parse(value.replace(' ', '+')).toInstant()
                    : LocalDate.parse(value)
                            .atTime(LocalTime.MAX)
                            .atZone(DENMARK)
                            .toInstant();
        } catch (DateTimeParseException e) {
            throw unreadable(parameter);
        }
    }

    /** The instant a parameter names; of a day its beginning. */
    public static Instant beginning(String parameter, String value) {
        return value.length() > 10
                ? instant(parameter, value)
                : date(parameter, value).atStartOfDay(DENMARK).toInstant();
    }

    private static Problem unreadable(String parameter) {
        return new Problem(400, "clocks.unreadable", Map.of("parameter", parameter));
    }
}
