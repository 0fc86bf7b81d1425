package dk.effektspor.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what came out, from the lines alone, and sets it beside what was published. */
final class Census {

    private final CityPlan plan;
    private final Map<String, Integer> types = new TreeMap<>();
    private final Map<String, Integer> groups = new TreeMap<>();
    private final Tally supported = new Tally();
    private final Tally foster = new Tally();
    private final Tally fosterUnder12 = new Tally();
    private final Tally fosterOver12 = new Tally();
    private final Tally network = new Tally();
    private final Tally facility = new Tally();
    private final Tally consent = new Tally();
    private final Tally committee = new Tally();
    private final Tally provisional = new Tally();
    private final Tally breakdown = new Tally();
    private final Tally breakdown13 = new Tally();
    private final Tally notAssessed = new Tally();
    private final Tally own = new Tally();
    private final Tally meetingDays = new Tally();
    private final Tally scoringDays = new Tally();
    private final Tally change = new Tally();
    private int lines;

    Census(CityPlan plan) {
        this.plan = plan;
    }

    int lines() {
        return lines;
    }

    void count(List<Line> told) {
        Told story = new Told(told);
        lines += told.size();
        told.forEach(line -> types.merge(line.type(), 1, Integer::sum));
        groups.merge(story.group, 1, Integer::sum);
        decisions(told);
        scorings(told);
        days(told, "hold-network-meeting", meetingDays, 70);
        if (story.born.plusYears(18).isAfter(plan.from()) && !story.group.startsWith("BORGER")) {
            placements(story);
        }
    }

    private void placements(Told story) {
        for (int year = plan.from().getYear() + 1; year <= plan.until().getYear(); year++) {
            LocalDate first = LocalDate.of(year, 1, 1);
            LocalDate last = LocalDate.of(year, 12, 31);
            if (!story.born.plusYears(18).isAfter(first)) {
                continue;
            }
            boolean any = story.spans.values().stream().anyMatch(s -> s.within(first, last));
            boolean placed = story.spans.values().stream().anyMatch(s -> s.isPlacement() && s.within(first, last));
            if (any) {
                supported.add(placed);
            }
            if (placed) {
                story.breakdowns.stream()
                        .filter(d -> d.getYear() == first.getYear())
                        .forEach(d -> breakdown13.add(!d.isBefore(story.born.plusYears(13))));
                breakdown.add(story.breakdowns.stream().anyMatch(d -> d.getYear() == first.getYear()));
            }
            story.spans.values().stream()
                    .filter(s -> s.isPlacement() && s.within(first, first))
                    .findFirst()
                    .ifPresent(s -> site(s.measure, !story.born.plusYears(12).isAfter(first)));
        }
    }

    private void site(String measure, boolean over12) {
        boolean inFamily = measure.startsWith("PLEJE") || measure.equals("NETVAERK");
        foster.add(inFamily);
        (over12 ? fosterOver12 : fosterUnder12).add(inFamily);
        if (inFamily) {
            network.add(measure.equals("NETVAERK"));
        }
        if (measure.startsWith("BUHJEM")) {
            facility.add(measure.equals("BUHJEM-OPHOLD"));
        }
    }

    private void decisions(List<Line> told) {
        for (Line line : told) {
            Map<?, ?> terms = line.data().get("intervention") instanceof Map<?, ?> inner ? inner : line.data();
            if (terms.get("placementBasis") instanceof Map<?, ?> basis) {
                consent.add("CONSENT".equals(basis.get("kind")));
                committee.add("COMMITTEE".equals(basis.get("kind")));
                provisional.add("PROVISIONAL".equals(basis.get("kind")));
            }
        }
    }

    private void scorings(List<Line> told) {
        days(told.stream().filter(l -> "EMPLOYEE".equals(l.data().get("rater"))).toList(), "score", scoringDays, 400);
        Double first = null;
        Double latest = null;
        for (Line line : told) {
            if (!line.type().equals("score")) {
                continue;
            }
            boolean employee = "EMPLOYEE".equals(line.data().get("rater"));
            own.add("CITIZEN".equals(line.data().get("rater")));
            double sum = 0;
            int n = 0;
            for (Object each : line.data().get("scores") instanceof List<?> list ? list : List.of()) {
                boolean assessed = each instanceof Map<?, ?> map && map.get("score") instanceof Integer;
                notAssessed.add(!assessed);
                if (each instanceof Map<?, ?> map && map.get("score") instanceof Integer score) {
                    sum += score;
                    n++;
                }
            }
            if (employee && n > 0) {
                latest = sum / n;
                first = first == null ? latest : first;
            }
        }
        if (first != null && latest != null && !latest.equals(first)) {
            change.add(latest - first);
        }
    }

    private static void days(List<Line> told, String type, Tally tally, int longest) {
        List<LocalDate> on = new ArrayList<>();
        told.stream().filter(l -> l.type().equals(type)).forEach(l -> on.add(on(l)));
        on.sort(null);
        for (int i = 1; i < on.size(); i++) {
            long days = on.get(i).toEpochDay() - on.get(i - 1).toEpochDay();
            // A longer wait is a case that was closed, a shorter one a scoring made anew.
            if (days > 20 && days <= longest) {
                tally.add(days);
            }
        }
    }

    /** What was published, what came out and how far the two may lie apart. */
    List<Figure> figures() {
        return List.of(
                new Figure(
                        "Children supported in a year who were placed, %",
                        33, 100 * supported.mean(), 3, "1,600-1,700 of ca. 5,000 (S002)"),
                new Figure(
                        "Placed under 12 in family or network care, 1 January, %",
                        64, 100 * fosterUnder12.mean(), 5, "S001 p. 6"),
                new Figure(
                        "Placed from 12 in family or network care, 1 January, %",
                        26, 100 * fosterOver12.mean(), 5, "S001 p. 6"),
                new Figure(
                        "All placed in family or network care, 1 January, %",
                        46.2, 100 * foster.mean(), 5, "end of 2012 (W18, W21)"),
                new Figure("Network families among these, %", 26, 100 * network.mean(), 5, "end of 2012 (W19)"),
                new Figure(
                        "Opholdssted among placed in opholdssted or institution, %",
                        45, 100 * facility.mean(), 5, "14 against 17 in the country, 2018 (W23)"),
                new Figure("Placements decided with consent, %", 79, 100 * consent.mean(), 2, "2014 (W25)"),
                new Figure("Placements decided by the committee, %", 15, 100 * committee.mean(), 2, "2014 (W25)"),
                new Figure(
                        "Provisional decisions, standing for what is not known, %",
                        5, 100 * provisional.mean(), 2, "2014 (W25)"),
                new Figure("Placed in a year with a breakdown, %", 4.7, 100 * breakdown.mean(), 1.2, "2013 (W24)"),
                new Figure("Breakdowns at the age of 13-17, %", 64, 100 * breakdown13.mean(), 10, "2013 (W24)"),
                new Figure("Days between network meetings", 56, meetingDays.mean(), 2, "S001 p. 16"),
                new Figure("Days between an employee's scorings", 182, scoringDays.mean(), 8, "twice a year (default)"),
                new Figure("Dimensions not assessed, %", 3.5, 100 * notAssessed.mean(), 1, "invented"),
                new Figure("Scorings that are the citizen's own, %", 25, 100 * own.mean(), 4, "invented"),
                new Figure(
                        "Mean change from first to latest scoring, points",
                        0.6,
                        change.mean(),
                        0.3,
                        "invented: slight progress"));
    }

    String report() {
        StringBuilder report = new StringBuilder(String.format(
                Locale.ROOT,
                "%d citizens, %d years until %s, seed %d: %d cases, %d lines, %.1f a citizen.\n\n",
                plan.citizens(),
                plan.years(),
                plan.until(),
                plan.seed(),
                groups.values().stream().mapToInt(Integer::intValue).sum(),
                lines,
                (double) lines / plan.citizens()));
        report.append("| Figure | Aimed at | Came out | May differ by | Source |\n|---|---|---|---|---|\n");
        figures()
                .forEach(f -> report.append(String.format(
                        Locale.ROOT,
                        "| %s | %s | %.1f | %s | %s |\n",
                        f.name,
                        plain(f.aim),
                        f.value,
                        plain(f.tolerance),
                        f.source)));
        report.append("\n| Target group | Cases |\n|---|---|\n");
        Group.ALL.keySet().forEach(g -> report.append(String.format("| %s | %d |\n", g, groups.getOrDefault(g, 0))));
        report.append("\n| Line type | Lines |\n|---|---|\n");
        types.forEach((type, n) -> report.append(String.format("| %s | %d |\n", type, n)));
        return report.toString();
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString(Math.round(number)) : Double.toString(number);
    }

    private static LocalDate on(Line line) {
        return LocalDate.parse(String.valueOf(line.data().get("effectiveOn")));
    }

    /** One figure. */
    record Figure(String name, double aim, double value, double tolerance, String source) {

        boolean holds() {
            return Math.abs(value - aim) <= tolerance;
        }
    }

    private static final class Tally {
        private double sum;
        private long n;

        void add(boolean yes) {
            add(yes ? 1 : 0);
        }

        void add(double value) {
            sum += value;
            n++;
        }

        double mean() {
            return n == 0 ? 0 : sum / n;
        }
    }

    /** From when until when a measure ran. */
    private static final class Span {
        private final String measure;
        private final boolean placement;
        private @Nullable LocalDate start;
        private @Nullable LocalDate end;

        Span(String measure, boolean placement) {
            this.measure = measure;
            this.placement = placement;
        }

        boolean isPlacement() {
            return placement;
        }

        boolean within(LocalDate first, LocalDate last) {
            return start != null && !start.isAfter(last) && (end == null || end.isAfter(first));
        }
    }

    /** A case folded from its lines. */
    private static final class Told {
        private final Map<String, Span> spans = new LinkedHashMap<>();
        private final Map<String, String> replaces = new HashMap<>();
        private final List<LocalDate> breakdowns = new ArrayList<>();
        private String group = "";
        private LocalDate born = LocalDate.MIN;

        Told(List<Line> lines) {
            lines.forEach(this::fold);
        }

        private void fold(Line line) {
            String ref = line.intervention() == null ? "" : line.intervention();
            Span span = spans.get(ref);
            switch (line.type()) {
                case "open-case" -> {
                    group = String.valueOf(line.data().get("targetGroup"));
                    born = People.born(String.valueOf(line.data().get("cpr")));
                }
                case "decide-intervention" -> spans.put(ref, span(line.data()));
                case "step-up", "step-down", "lateral-move", "supplement", "resume" -> {
                    String to = String.valueOf(line.newIntervention());
                    spans.put(to, span((Map<?, ?>) line.data().getOrDefault("intervention", Map.of())));
                    if (line.type().contains("step") || line.type().equals("lateral-move")) {
                        replaces.put(to, ref);
                    }
                }
                case "start" -> {
                    Span replaced = spans.get(replaces.getOrDefault(ref, ""));
                    if (replaced != null && replaced.end == null) {
                        replaced.end = on(line);
                    }
                    if (span != null) {
                        span.start = on(line);
                    }
                }
                case "end" -> {
                    if (span != null) {
                        span.end = on(line);
                    }
                    brokeDown(line);
                }
                case "change-site" -> brokeDown(line);
                default -> {
                    // Says nothing about where the citizen is.
                }
            }
        }

        private static Span span(Map<?, ?> terms) {
            return new Span(String.valueOf(terms.get("measure")), terms.containsKey("placementBasis"));
        }

        private void brokeDown(Line line) {
            if (Boolean.TRUE.equals(line.data().get("breakdown"))) {
                breakdowns.add(on(line));
            }
        }
    }
}
