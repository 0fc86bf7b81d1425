package dk.effektspor.query.effect.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import dk.effektspor.query.effect.facts.EffectFacts;
import dk.effektspor.query.effect.facts.EffectFacts.Moved;
import dk.effektspor.query.effect.facts.MoveKind;
import dk.effektspor.shared.casefile.CitizenId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
        static final Comparator<Key> ORDER =
                Comparator.comparing(Key::ladder).thenComparingInt(Key::from).thenComparingInt(Key::to);
    }

    private static final class Tally {
        private final Set<CitizenId> citizens = new HashSet<>();
        private int moves;

        void add(CitizenId citizen) {
            citizens.add(citizen);
            moves++;
        }

        MovesCell cell(boolean hidden) {
            return hidden ? MovesCell.SUPPRESSED : new MovesCell(false, citizens.size(), moves);
        }
    }

    public static List<Kind> of(Collection<EffectFacts> facts, Period period, int minimum) {
        List<Kind> kinds = new ArrayList<>();
        for (MoveKind kind : MoveKind.values()) {
            Tally total = new Tally();
            Map<Key, Tally> cells = new TreeMap<>(Key.ORDER);
            for (EffectFacts f : facts) {
                for (Moved move : f.moves()) {
                    if (move.kind() == kind && period.covers(move.on())) {
                        Key key = new Key(move.ladder(), move.fromStep(), move.toStep());
                        cells.computeIfAbsent(key, k -> new Tally()).add(f.citizen());
                        total.add(f.citizen());
                    }
                }
            }
            kinds.add(kind(kind, total, cells, minimum));
        }
        return kinds;
    }

    private static Kind kind(MoveKind kind, Tally total, Map<Key, Tally> cells, int minimum) {
        Key all = new Key("", 0, 0);
        Suppression<Key> suppression = new Suppression<>(minimum);
        suppression.cell(all, total.citizens.size(), total.moves);
        cells.forEach((key, tally) -> suppression.cell(key, tally.citizens.size(), tally.moves));
        suppression.sum(all, cells.keySet());
        Set<Key> hidden = suppression.hidden();
        List<FromTo> shown = new ArrayList<>();
        cells.forEach((key, tally) ->
                shown.add(new FromTo(key.ladder(), key.from(), key.to(), tally.cell(hidden.contains(key)))));
        return new Kind(kind, total.cell(hidden.contains(all)), shown);
    }
}
