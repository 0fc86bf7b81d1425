package dk.effektspor.shared.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates on which a catalogue entry holds.
 *
 * @param from first day, inclusive; absent for "as long as anyone can remember"
 * @param to last day, inclusive; absent for "until further notice"
 */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {

    public static final Validity ALWAYS = new Validity(null, null);

    public boolean holdsOn(LocalDate date) {
        return (from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to));
    }
}
