package dk.effektspor.platform.vault;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A CPR number: ten digits that begin with a date. The day may be raised by 60 (replacement numbers). Modulus 11 is
 * never checked: since 2007 numbers are issued that do not fulfil it.
 */
public final class Cpr {

    private static final Pattern FORM = Pattern.compile("(\\d\\d)(\\d\\d)(\\d\\d)-?(\\d)\\d{3}");

    private final String digits;
    private final LocalDate birthDate;

    private Cpr(String digits, LocalDate birthDate) {
        this.digits = digits;
        this.birthDate = birthDate;
    }

    /**
     * Reads {@code ddmmyyxxxx} or {@code ddmmyy-xxxx}.
     *
     * @throws Invalid if it is not ten digits that begin with a date
     */
    public static Cpr of(String text) {
        Matcher parts = FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new Invalid();
        }
        int day = Integer.parseInt(parts.group(1));
        int month = Integer.parseInt(parts.group(2));
        int year = year(Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(4)));
        try {
            return new Cpr(parts.group().replace("-", ""), LocalDate.of(year, month, day > 60 ? day - 60 : day));
        } catch (DateTimeException notADate) {
            // The message of the cause would carry part of the number.
            throw new Invalid();
        }
    }

    /** The CPR office's table: the seventh digit decides the century. */
    private static int year(int twoDigits, int seventhDigit) {
        if (seventhDigit <= 3) {
            return 1900 + twoDigits;
        }
        if (seventhDigit == 4 || seventhDigit == 9) {
            return twoDigits <= 36 ? 2000 + twoDigits : 1900 + twoDigits;
        }
        return twoDigits <= 57 ? 2000 + twoDigits : 1800 + twoDigits;
    }

    /** The ten digits without hyphen. */
    String digits() {
        return digits;
    }

    public LocalDate birthDate() {
        return birthDate;
    }

    public int birthYear() {
        return birthDate.getYear();
    }

    /** Whole years lived on a date. */
    public int ageOn(LocalDate date) {
        return Period.between(birthDate, date).getYears();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cpr cpr && digits.equals(cpr.digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    /** Never the number. */
    @Override
    public String toString() {
        return "cpr";
    }

    /** Not ten digits that begin with a date. The message says nothing about what was given. */
    public static final class Invalid extends IllegalArgumentException {
        Invalid() {
            super("Not a CPR number: ten digits that begin with a date");
        }
    }
}
