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
import java.util.function.Predicate;

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
        return of(new Editions(facts, List.of()), definition, units, scales, minimum);
    }

    /** The same with nothing in it that could be told by setting it against another edition. */
    public static List<Row> of(
            Editions editions,
            ChangeDefinition definition,
            UnitTree units,
            Function<String, List<Scale>> scales,
            int minimum) {
        ChangeFigure figure = new ChangeFigure(definition, units, minimum);
        Map<Scale, List<Member>> asked = Members.of(editions.asked(), definition, scales);
        // A row that is missing elsewhere tells as much as one in which nobody was scored.
        List<Map<Scale, List<Member>>> others = editions.others().stream()
                .map(other -> Members.of(other, definition, scales, asked.keySet()))
                .toList();
        List<Row> rows = new ArrayList<>();
        asked.forEach((scale, members) -> figure.add(
                rows,
                scale,
                new InEditions(
                        members,
                        others.stream()
                                .map(other -> other.getOrDefault(scale, List.of()))
                                .toList())));
        return rows;
    }

    /** The members of a row, and of the same row in other editions. */
    private record InEditions(List<Member> members, List<List<Member>> others) {

        static final InEditions NOBODY = new InEditions(List.of(), List.of());

        InEditions only(Predicate<Member> which) {
            return new InEditions(
                    members.stream().filter(which).toList(),
                    others.stream()
                            .map(other -> other.stream().filter(which).toList())
                            .toList());
        }
    }

    private void add(List<Row> rows, Scale scale, InEditions members) {
        Predicate<Member> asked = this::asked;
        Tallies tallies = tallies(definition.by(), members.only(asked));
        if (definition.only().isEmpty() || !tallies.isEmpty()) {
            Tallies rest = tallies(definition.by(), members.only(asked.negate()));
            rows.add(tallies.row(scale, rest, withheld(members), minimum));
        }
    }

    private boolean asked(Member member) {
        return definition.only().entrySet().stream()
                .allMatch(only -> groups(only.getKey()).of(member).contains(only.getValue()));
    }

    /** A group that is hidden beside its siblings stays hidden when it is asked for alone. */
    private boolean withheld(InEditions members) {
        return definition.only().entrySet().stream().anyMatch(only -> {
            Tallies nobody = tallies(only.getKey(), InEditions.NOBODY);
            return tallies(only.getKey(), members).hides(only.getValue(), nobody, minimum);
        });
    }

    private Tallies tallies(Grouping by, InEditions members) {
        List<Tallies> editions = members.others().stream()
                .map(other -> filled(Tallies.edition(by), by, other))
                .toList();
        return filled(Tallies.beside(editions, by), by, members.members());
    }

    private Tallies filled(Tallies tallies, Grouping by, List<Member> members) {
        members.forEach(member -> tallies.add(groups(by).of(member), member));
        return tallies;
    }

    private Groups groups(Grouping by) {
        return groups.computeIfAbsent(by, b -> new Groups(b, units));
    }
}
