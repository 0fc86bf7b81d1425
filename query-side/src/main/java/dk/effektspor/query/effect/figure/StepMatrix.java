package dk.effektspor.query.effect.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.effektspor.query.effect.facts.EffectFacts;
import dk.effektspor.query.effect.facts.EffectFacts.Moved;
import dk.effektspor.query.effect.facts.MoveKind;
import dk.effektspor.shared.casefile.CitizenId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts the moves decided in a period from step to step. Decided moves, not changes of position: a supplement or a
 * resumption changes the position as well, but was not decided for that, and is told apart here.
 */
public final class StepMatrix {

    private StepMatrix() {}

    /** All moves of one kind. */
    public record Kind(MoveKind kind, MovesCell total, List<FromTo> cells) {}

    public record FromTo(String ladder, int from, int to, MovesCell cell) {}

    /** How many citizens made how many moves; or nothing but that it is suppressed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MovesCell(
            boolean suppressed,
            @Nullable Integer n,
            @Nullable Integer moves) {
        static final MovesCell SUPPRESSED = new MovesCell(true, null, null);
    }

    private record Key(String ladder, int from, int to) {

        static final Key TOTAL = new Key("", 0, 0);
        static final Comparator<Key> ORDER =
                Comparator.comparing(Key::ladder).thenComparingInt(Key::from).thenComparingInt(Key::to);
    }

    private static final class Tally {
        private final Map<CitizenId, Integer> citizens = new HashMap<>();
        private int moves;

        void add(CitizenId citizen) {
            citizens.merge(citizen, 1, Integer::sum);
            moves++;
        }

        int[] counts(List<Tally> editions) {
            return IntStream.concat(
                            IntStream.of(citizens.size(), moves),
                            editions.stream().flatMapToInt(other -> Differing.inNumbers(citizens, other.citizens)))
                    .toArray();
        }

        MovesCell cell(boolean hidden) {
            return hidden ? MovesCell.SUPPRESSED : new MovesCell(false, citizens.size(), moves);
        }
    }

    public static List<Kind> of(Collection<EffectFacts> facts, Period period, int minimum) {
        return of(new Editions(facts, List.of()), period, minimum);
    }

    /** The same with nothing in it that could be told by setting it against another edition. */
    public static List<Kind> of(Editions editions, Period period, int minimum) {
        List<Kind> kinds = new ArrayList<>();
        for (MoveKind kind : MoveKind.values()) {
            Map<Key, Tally> asked = count(editions.asked(), kind, period);
            List<Map<Key, Tally>> others = editions.others().stream()
                    .map(other -> count(other, kind, period))
                    .toList();
            kinds.add(kind(kind, asked, others, minimum));
        }
        return kinds;
    }

    private static Map<Key, Tally> count(Collection<EffectFacts> facts, MoveKind kind, Period period) {
        Map<Key, Tally> cells = new TreeMap<>(Key.ORDER);
        for (EffectFacts f : facts) {
            for (Moved move : f.moves()) {
                if (move.kind() == kind && period.covers(move.on())) {
                    Key key = new Key(move.ladder(), move.fromStep(), move.toStep());
                    cells.computeIfAbsent(key, k -> new Tally()).add(f.citizen());
                    cells.computeIfAbsent(Key.TOTAL, k -> new Tally()).add(f.citizen());
                }
            }
        }
        return cells;
    }

    private static Kind kind(MoveKind kind, Map<Key, Tally> cells, List<Map<Key, Tally>> others, int minimum) {
        Suppression<Key> suppression = new Suppression<>(minimum);
        Tally total = cells.getOrDefault(Key.TOTAL, new Tally());
        List<Key> parts =
                cells.keySet().stream().filter(key -> !key.equals(Key.TOTAL)).toList();
        suppression.cell(Key.TOTAL, total.counts(in(others, Key.TOTAL)));
        cells.forEach((key, tally) -> suppression.cell(key, tally.counts(in(others, key))));
        suppression.sum(Key.TOTAL, parts);
        Set<Key> hidden = suppression.hidden();
        List<FromTo> shown = new ArrayList<>();
        cells.forEach((key, tally) -> {
            if (!key.equals(Key.TOTAL)) {
                shown.add(new FromTo(key.ladder(), key.from(), key.to(), tally.cell(hidden.contains(key))));
            }
        });
        return new Kind(kind, total.cell(hidden.contains(Key.TOTAL)), shown);
    }

    private static List<Tally> in(List<Map<Key, Tally>> editions, Key key) {
        return editions.stream()
                .map(edition -> edition.getOrDefault(key, new Tally()))
                .toList();
    }
}
