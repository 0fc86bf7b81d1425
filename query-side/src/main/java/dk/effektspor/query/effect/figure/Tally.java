package dk.effektspor.query.effect.figure;

import dk.effektspor.query.effect.figure.Member.Told;
import dk.effektspor.shared.casefile.CitizenId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Counts what goes into a cell; each citizen once, whom it remembers if it is to be compared. */
final class Tally {

    static final Tally EMPTY = new Tally(false);

    private final @Nullable Map<CitizenId, Told> told;
    private final Map<Known, Integer> known = new EnumMap<>(Known.class);
    private SampleStatistics changes = SampleStatistics.NONE;
    private int up;
    private int down;

    Tally(boolean compared) {
        told = compared ? new HashMap<>() : null;
    }

    void add(Member member) {
        if (told != null) {
            told.put(member.citizen(), member.told());
        }
        known.merge(member.known(), 1, Integer::sum);
        Integer change = member.change();
        if (change != null) {
            changes = changes.plus(change);
            up += change > 0 ? 1 : 0;
            down += change < 0 ? 1 : 0;
        }
    }

    /** Citizens of whom the same cell in another edition of the figure tells something else, figure by figure of the layer. */
    IntStream differsFrom(Tally other, Layer layer) {
        Map<CitizenId, Told> here = told == null ? Map.of() : told;
        Map<CitizenId, Told> there = other.told == null ? Map.of() : other.told;
        return layer.tells().stream().mapToInt(tells -> Differing.citizens(here, there, tells));
    }

    SampleStatistics changes() {
        return changes;
    }

    int n() {
        return changes.n();
    }

    int count(Known what) {
        return known.getOrDefault(what, 0);
    }

    int population() {
        return known.values().stream().mapToInt(Integer::intValue).sum();
    }

    int up() {
        return up;
    }

    int level() {
        return n() - up - down;
    }

    int down() {
        return down;
    }
}
