package dk.effektspor.query.effect.figure;

import dk.effektspor.query.effect.facts.EffectFacts;
import dk.effektspor.shared.catalogue.UnitTree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Computes change per dimension and group from facts. */
public final class ChangeFigure {

    private final ChangeDefinition definition;
    private final UnitTree units;
    private final int minimum;
    private final Map<Grouping, Groups> groups = new EnumMap<>(Grouping.class);

    private ChangeFigure(ChangeDefinition definition, UnitTree units, int minimum) {
        this.definition = definition;
        this.units = units;
        this.minimum = minimum;
    }

    /** One scale with its groups; the total is of all of them. */
    public record Row(Scale scale, ChangeCell total, List<Group> groups) {}

    /**
     * One group's cell.
     *
     * @param under the groups it was rolled up into
     */
    public record Group(String group, Set<String> under, ChangeCell cell) {}

    /** @param scales the scales of a compass nobody was scored on, so that its target group is not left out */
    public static List<Row> of(
            Collection<EffectFacts> facts,
            ChangeDefinition definition,
            UnitTree units,
            Function<String, List<Scale>> scales,
            int minimum) {
        ChangeFigure figure = new ChangeFigure(definition, units, minimum);
        List<Row> rows = new ArrayList<>();
        Members.of(facts, definition, scales).forEach((scale, members) -> figure.add(rows, scale, members));
        return rows;
    }

    private void add(List<Row> rows, Scale scale, List<Member> members) {
        Tallies whole = tallies(definition.by(), members);
        if (definition.only().isEmpty()) {
            rows.add(whole.row(scale, whole, false, minimum));
            return;
        }
        Tallies asked =
                tallies(definition.by(), members.stream().filter(this::asked).toList());
        if (!asked.isEmpty()) {
            rows.add(asked.row(scale, whole, withheld(members), minimum));
        }
    }

    private boolean asked(Member member) {
        return definition.only().entrySet().stream()
                .allMatch(only -> groups(only.getKey()).of(member).contains(only.getValue()));
    }

    /** A group that is hidden beside its siblings stays hidden when it is asked for alone. */
    private boolean withheld(List<Member> members) {
        return definition.only().entrySet().stream()
                .anyMatch(only -> tallies(only.getKey(), members).hides(only.getValue(), minimum));
    }

    private Tallies tallies(Grouping by, Collection<Member> members) {
        Tallies tallies = new Tallies(by);
        members.forEach(member -> tallies.add(groups(by).of(member), member));
        return tallies;
    }

    private Groups groups(Grouping by) {
        return groups.computeIfAbsent(by, b -> new Groups(b, units));
    }
}
