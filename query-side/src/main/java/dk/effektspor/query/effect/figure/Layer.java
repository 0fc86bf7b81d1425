package dk.effektspor.query.effect.figure;

import dk.effektspor.query.effect.figure.Member.Told;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a cell tells, in parts that may be withheld one by one; each by its own counts. */
enum Layer {
    CELL(
            t -> new int[] {t.n(), t.population()},
            List.of(Told::change, told -> counted(told.known() == Known.CHANGE), told -> counted(true))),
    POPULATION(t -> new int[] {t.population() - t.n()}, List.of(told -> counted(told.known() != Known.CHANGE))),
    MISSING(
            t -> new int[] {
                t.count(Known.NO_FOLLOW_UP),
                t.count(Known.NOT_ASSESSED),
                t.count(Known.OTHER_SCALE),
                t.count(Known.NEVER_SCORED)
            },
            Stream.of(Known.NO_FOLLOW_UP, Known.NOT_ASSESSED, Known.OTHER_SCALE, Known.NEVER_SCORED)
                    .<Function<Told, @Nullable Object>>map(known -> told -> counted(told.known() == known))
                    .toList()),
    DIRECTIONS(
            t -> new int[] {t.up(), t.level(), t.down()},
            Stream.of(1, 0, -1)
                    .<Function<Told, @Nullable Object>>map(direction ->
                            told -> counted(told.change() != null && Integer.signum(told.change()) == direction))
                    .toList());

    private final Function<Tally, int[]> counts;
    private final List<Function<Told, @Nullable Object>> tells;

    Layer(Function<Tally, int[]> counts, List<Function<Told, @Nullable Object>> tells) {
        this.counts = counts;
        this.tells = tells;
    }

    private static @Nullable Object counted(boolean counted) {
        return counted ? Boolean.TRUE : null;
    }

    int[] counts(Tally tally) {
        return counts.apply(tally);
    }

    /** What it tells of one citizen, figure by figure; null where the citizen does not count in it. */
    List<Function<Told, @Nullable Object>> tells() {
        return tells;
    }
}
