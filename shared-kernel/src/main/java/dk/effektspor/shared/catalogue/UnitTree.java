package dk.effektspor.shared.catalogue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The organisation over time: who is under whom depends on the date (units merge; domain reference section 6). */
public final class UnitTree {

    private final List<Unit> units;

    public UnitTree(List<Unit> units) {
        this.units = List.copyOf(units);
    }

    public List<Unit> all() {
        return units;
    }

    /** Whether there is, was or will be a unit with this code. */
    public boolean has(String code) {
        return units.stream().anyMatch(u -> u.code().equals(code));
    }

    /** The unit as it was on a date. */
    public Optional<Unit> on(String code, LocalDate date) {
        return units.stream()
                .filter(u -> u.code().equals(code) && u.validity().holdsOn(date))
                .findFirst();
    }

    /** The unit itself and everything under it on a date. */
    public Set<String> within(String code, LocalDate date) {
        Set<String> found = new HashSet<>(Set.of(code));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Unit unit : units) {
                String parent = unit.parent();
                if (parent != null
                        && found.contains(parent)
                        && unit.validity().holdsOn(date)
                        && found.add(unit.code())) {
                    grew = true;
                }
            }
        }
        return Set.copyOf(found);
    }
}
