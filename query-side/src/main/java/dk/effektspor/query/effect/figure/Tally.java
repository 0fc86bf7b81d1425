package dk.effektspor.query.effect.figure;

import java.util.EnumMap;
import java.util.Map;

/** Counts what goes into a cell; each citizen once. */
final class Tally {

    private final Map<Known, Integer> known = new EnumMap<>(Known.class);
    private SampleStatistics changes = SampleStatistics.NONE;
    private int up;
    private int down;

    void add(Member member) {
        known.merge(member.known(), 1, Integer::sum);
        Integer change = member.change();
        if (change != null) {
            changes = changes.plus(change);
            up += change > 0 ? 1 : 0;
            down += change < 0 ? 1 : 0;
        }
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
