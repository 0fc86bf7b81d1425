package dk.effektspor.query.caseview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The case's position over time: on each date the highest step among the interventions active then. */
public final class LadderCourse {

    /** A time on one step: {@code from} its first day, {@code until} the first day no more on it, absent if still there. */
    public record Stay(int step, LocalDate from, @Nullable LocalDate until) {

        boolean holdsOn(LocalDate date) {
            return !date.isBefore(from) && (until == null || date.isBefore(until));
        }
    }

    private LadderCourse() {}

    static OptionalInt positionOn(List<Intervention> interventions, LocalDate date) {
        return interventions.stream()
                .filter(i -> i.activeOn(date))
                .mapToInt(i -> i.terms().step())
                .max();
    }

    /** Times without an active intervention are left out. */
    public static List<Stay> stays(List<Intervention> interventions) {
        List<LocalDate> changes = List.copyOf(changes(interventions));
        List<Stay> stays = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            LocalDate from = changes.get(i);
            OptionalInt step = positionOn(interventions, from);
            if (step.isPresent()) {
                add(stays, step.getAsInt(), from, i + 1 < changes.size() ? changes.get(i + 1) : null);
            }
        }
        return stays;
    }

    private static void add(List<Stay> stays, int step, LocalDate from, @Nullable LocalDate until) {
        Stay last = stays.isEmpty() ? null : stays.get(stays.size() - 1);
        if (last != null && last.step() == step && from.equals(last.until())) {
            stays.set(stays.size() - 1, new Stay(step, last.from(), until));
        } else {
            stays.add(new Stay(step, from, until));
        }
    }

    private static TreeSet<LocalDate> changes(List<Intervention> interventions) {
        TreeSet<LocalDate> changes = new TreeSet<>();
        for (Intervention intervention : interventions) {
            if (intervention.annulment() == null && intervention.startedOn() != null) {
                changes.add(intervention.startedOn());
                Intervention.End end = intervention.end();
                if (end != null) {
                    changes.add(end.on());
                }
            }
        }
        return changes;
    }
}
