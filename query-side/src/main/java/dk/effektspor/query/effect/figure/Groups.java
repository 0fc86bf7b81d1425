package dk.effektspor.query.effect.figure;

import dk.effektspor.query.effect.facts.EffectFacts.Standing;
import dk.effektspor.shared.catalogue.Unit;
import dk.effektspor.shared.catalogue.UnitTree;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the groups a citizen belongs to, from the innermost to the outermost. */
final class Groups {

    /** The group of those who have none: no offer, no programme, no active intervention. */
    static final String NONE = "";

    private final Grouping by;
    private final UnitTree units;
    private final Map<String, Map<LocalDate, List<String>>> lines = new HashMap<>();

    Groups(Grouping by, UnitTree units) {
        this.by = by;
        this.units = units;
    }

    /** Groups beside one another for programmes, above one another for units, otherwise one or none. */
    List<String> of(Member member) {
        Standing at = member.at();
        return switch (by) {
            case NONE -> List.of();
            case TARGET_GROUP -> List.of(member.targetGroup());
            case UNIT ->
                lines.computeIfAbsent(at.unit(), u -> new HashMap<>())
                        .computeIfAbsent(member.on(), date -> lineOf(at.unit(), date));
            case TILBUD -> List.of(orNone(at.tilbud()));
            case PROGRAMME -> at.programmes().isEmpty() ? List.of(NONE) : at.programmes();
            case STEP -> List.of(stepOf(at.ladder(), at.step()));
        };
    }

    /** A step with its ladder, since the third step of one is not the third step of another. */
    static String stepOf(@Nullable String ladder, int step) {
        return ladder == null ? NONE : ladder + ":" + step;
    }

    private static String orNone(@Nullable String code) {
        return code == null ? NONE : code;
    }

    private List<String> lineOf(String unit, LocalDate date) {
        List<String> line = new ArrayList<>();
        @Nullable String next = unit;
        while (next != null && !line.contains(next)) {
            line.add(next);
            next = units.on(next, date).map(Unit::parent).orElse(null);
        }
        return line;
    }
}
