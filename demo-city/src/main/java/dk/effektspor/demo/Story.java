package dk.effektspor.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What happened in one case, told in any order, and written down in the order in which it was recorded. */
final class Story {

    private final String caseNumber;
    private final LocalDate until;
    private final List<Happening> happenings = new ArrayList<>();

    Story(String caseNumber, LocalDate until) {
        this.caseNumber = caseNumber;
        this.until = until;
    }

    String caseNumber() {
        return caseNumber;
    }

    LocalDate until() {
        return until;
    }

    /** On one day, things are told in the order in which they depend on each other. */
    Happening happens(String type, LocalDate on, Map<String, Object> data) {
        Happening happening = new Happening(type, on, data);
        happenings.add(happening);
        return happening;
    }

    /** The lines of all that happened until the end, with the delays of a real office. */
    List<Line> lines(Dice dice) {
        List<Happening> told = new ArrayList<>(
                happenings.stream().filter(h -> !h.on.isAfter(until)).toList());
        told.sort(Comparator.comparing(h -> h.on));
        record(told, dice);
        recordLate(told, dice);
        told.sort(Comparator.comparing(h -> h.recorded));
        List<Line> lines = new ArrayList<>();
        for (Happening h : told) {
            Map<String, Object> data = new LinkedHashMap<>(h.data);
            data.put("effectiveOn", h.on.toString());
            lines.add(new Line(
                    caseNumber + "-" + (lines.size() + 1),
                    caseNumber,
                    h.type,
                    h.recorded,
                    h.by,
                    h.intervention,
                    h.newIntervention,
                    h.scoring,
                    data));
        }
        return lines;
    }

    private void record(List<Happening> told, Dice dice) {
        Instant latest = Instant.MIN;
        String caseworker = "";
        for (Happening h : told) {
            if (h.data.get("caseworker") instanceof String next) {
                caseworker = next;
            }
            h.by = caseworker;
            Instant recorded = atWork(h.on.plusDays(delay(dice)), dice);
            h.recorded = recorded.isBefore(latest) ? latest : recorded;
            if (!h.late) {
                latest = h.recorded;
            }
        }
    }

    /** What nothing else rests on may be recorded weeks later, though not after the case was closed. */
    private void recordLate(List<Happening> told, Dice dice) {
        // The end of the last day's work, or when the case was closed.
        Instant last = until.atTime(15, 0).toInstant(ZoneOffset.UTC);
        for (int i = told.size() - 1; i >= 0; i--) {
            Happening h = told.get(i);
            if (h.type.equals("close")) {
                last = h.recorded;
            } else if (h.late) {
                long days = dice.chance(h.lateness) ? dice.between(7, 60) : 0;
                Instant late = h.recorded.plusSeconds(86_400 * days);
                h.recorded = late.isAfter(last) ? last : late;
            }
        }
    }

    private Instant atWork(LocalDate day, Dice dice) {
        LocalDate worked = day.isAfter(until) ? until : day;
        return worked.atTime(7, 0).toInstant(ZoneOffset.UTC).plusSeconds(dice.between(0, 8 * 3600));
    }

    private static int delay(Dice dice) {
        double share = dice.share();
        return share < 0.55
                ? 0
                : share < 0.85 ? dice.between(1, 3) : share < 0.97 ? dice.between(4, 10) : dice.between(11, 30);
    }

    /** One thing that happened. */
    static final class Happening {
        private final String type;
        private final LocalDate on;
        private final Map<String, Object> data;
        private Instant recorded = Instant.MIN;
        private String by = "";
        private @Nullable String intervention;
        private @Nullable String newIntervention;
        private @Nullable String scoring;
        private boolean late;
        private double lateness;

        private Happening(String type, LocalDate on, Map<String, Object> data) {
            this.type = type;
            this.on = on;
            this.data = data;
        }

        Happening intervention(String ref) {
            intervention = ref;
            return this;
        }

        Happening newIntervention(String ref) {
            newIntervention = ref;
            return this;
        }

        Happening scoring(String ref) {
            scoring = ref;
            return this;
        }

        /** Nothing rests on it, and it is recorded late this often. */
        Happening late(double share) {
            late = true;
            lateness = share;
            return this;
        }
    }
}
