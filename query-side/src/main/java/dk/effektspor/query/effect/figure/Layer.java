package dk.effektspor.query.effect.figure;

import java.util.function.Function;

/** What a cell tells, in parts that may be withheld one by one; each by its own counts. */
enum Layer {
    CELL(t -> new int[] {t.n(), t.population()}),
    POPULATION(t -> new int[] {t.population() - t.n()}),
    MISSING(t -> new int[] {
        t.count(Known.NO_FOLLOW_UP),
        t.count(Known.NOT_ASSESSED),
        t.count(Known.OTHER_SCALE),
        t.count(Known.NEVER_SCORED)
    }),
    DIRECTIONS(t -> new int[] {t.up(), t.level(), t.down()});

    private final Function<Tally, int[]> counts;

    Layer(Function<Tally, int[]> counts) {
        this.counts = counts;
    }

    /** The counts of a cell, followed by those of everybody the question left out: a reader of both can subtract. */
    int[] counts(Tally asked, Tally whole) {
        int[] own = counts.apply(asked);
        int[] all = counts.apply(whole);
        int[] both = new int[2 * own.length];
        for (int i = 0; i < own.length; i++) {
            both[i] = own[i];
            both[own.length + i] = all[i] - own[i];
        }
        return both;
    }
}
