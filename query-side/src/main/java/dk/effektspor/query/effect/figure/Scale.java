package dk.effektspor.query.effect.figure;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One dimension of one compass version, on one of its scales where it has several: what one row of change is about. */
public record Scale(
        String compass,
        String compassVersion,
        int dimension,
        @Nullable String variant) {

    static final Comparator<Scale> ORDER = Comparator.comparing(Scale::compass)
            .thenComparing(Scale::compassVersion)
            .thenComparingInt(Scale::dimension)
            .thenComparing(Scale::variant, Comparator.nullsFirst(Comparator.naturalOrder()));
}
