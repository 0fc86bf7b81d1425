package dk.effektspor.query.effect.figure;

import dk.effektspor.shared.CaseEvent;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseClosed;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseOpened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseReopened;
import dk.effektspor.shared.casefile.CaseFileEvent.CaseTransferred;
import dk.effektspor.shared.casefile.CaseFileEvent.PersonUpdated;
import dk.effektspor.shared.catalogue.Unit;
import dk.effektspor.shared.catalogue.UnitTree;
import dk.effektspor.shared.forandringskompas.DimensionScore;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.CompassScored;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringAnnulled;
import dk.effektspor.shared.forandringskompas.ForandringskompasEvent.ScoringCorrected;
import dk.effektspor.shared.forandringskompas.Rater;
import dk.effektspor.shared.forandringskompas.Scoring;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.DecisionAnnulled;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionDecided;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionEnded;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.InterventionStarted;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.Moved;
import dk.effektspor.shared.indsatstrappe.IndsatstrappeEvent.PlacementSiteChanged;
import dk.effektspor.shared.indsatstrappe.InterventionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers every effect question from nothing but lists of events, as slowly as it likes: each question reads all events
 * of all cases again. It shares no line with what it checks.
 */
final class Oracle {

    private final List<List<CaseEvent>> cases;
    private final UnitTree units;

    Oracle(List<List<CaseEvent>> cases, UnitTree units) {
        this.cases = cases;
        this.units = units;
    }

    /** A reading of one dimension in one case. */
    private record Reading(
            int caseNo,
            int recorded,
            LocalDate on,
            String series,
            String compass,
            String version,
            int dimension,
            @Nullable String variant,
            @Nullable Integer score,
            @Nullable String tilbud) {}

    /** A cell's citizens: what is known of each ({@code change}, {@code noFollowUp}, ...), with the change or 0. */
    record Expected(List<Told> told) {

        record Told(String known, int change) {}

        List<Integer> changes() {
            return told.stream()
                    .filter(t -> t.known.equals("change"))
                    .map(Told::change)
                    .toList();
        }

        int count(String known) {
            return (int) told.stream().filter(t -> t.known.equals(known)).count();
        }

        Expected and(Told more) {
            return new Expected(Stream.concat(told.stream(), Stream.of(more)).toList());
        }
    }

    /** Cells by {@code compass/version/dimension/variant} and group; the group of the total is {@code *}. */
    Map<String, Map<String, Expected>> change(
            String by, boolean sinceEntry, Rater rater, LocalDate from, LocalDate to) {
        Map<String, Map<String, Expected>> table = new TreeMap<>();
        Map<String, Set<UUID>> inRow = new TreeMap<>();
        Set<String> scored = new HashSet<>();
        for (UUID citizen : citizens()) {
            List<Reading> all = new ArrayList<>();
            for (int c = 0; c < cases.size(); c++) {
                if (opened(c).citizenId().value().equals(citizen)) {
                    all.addAll(readings(c, rater));
                }
            }
            Set<String> dimensions = new LinkedHashSet<>();
            all.forEach(r -> dimensions.add(r.compass + "/" + r.version + "/" + r.dimension));
            for (String dimension : dimensions) {
                Reading latest = all.stream()
                        .filter(r -> dimension.equals(r.compass + "/" + r.version + "/" + r.dimension))
                        .filter(r -> !r.on.isBefore(from) && !r.on.isAfter(to))
                        .max(Comparator.<Reading, Boolean>comparing(r -> r.score != null)
                                .thenComparing(Reading::on)
                                .thenComparing(r -> opened(r.caseNo).caseId().value())
                                .thenComparing(Reading::recorded))
                        .orElse(null);
                if (latest != null) {
                    String row = dimension + "/" + (latest.variant == null ? "" : latest.variant);
                    Integer change = changeOf(latest, all, sinceEntry);
                    String known = latest.score == null ? "notAssessed" : change == null ? "noFollowUp" : "change";
                    put(
                            table,
                            row,
                            groups(latest.caseNo, latest.on, latest.tilbud, by),
                            new Expected.Told(known, change == null ? 0 : change));
                    inRow.computeIfAbsent(row, r -> new HashSet<>()).add(citizen);
                    scored.add(latest.compass + citizen);
                }
            }
        }
        for (String row : List.copyOf(table.keySet())) {
            String compass = row.substring(0, row.indexOf('/'));
            for (UUID citizen : citizens()) {
                LastOpen last = lastOpen(citizen, compass, from, to);
                if (last != null && !Objects.requireNonNull(inRow.get(row)).contains(citizen)) {
                    put(
                            table,
                            row,
                            groups(last.caseNo, last.on, null, by),
                            new Expected.Told(scored.contains(compass + citizen) ? "otherScale" : "neverScored", 0));
                }
            }
        }
        return table;
    }

    private record LastOpen(int caseNo, LocalDate on) {}

    private final Map<String, Optional<LastOpen>> lastOpen = new HashMap<>();

    /** The last day of the period on which the citizen had a case open in the target group, found day by day. */
    private @Nullable LastOpen lastOpen(UUID citizen, String targetGroup, LocalDate from, LocalDate to) {
        return lastOpen.computeIfAbsent(
                        citizen + targetGroup + from + to,
                        key -> from.datesUntil(to.plusDays(1))
                                .sorted(Comparator.reverseOrder())
                                .flatMap(day -> IntStream.range(0, cases.size())
                                        .filter(c ->
                                                opened(c).citizenId().value().equals(citizen))
                                        .filter(c -> opened(c).targetGroup().equals(targetGroup))
                                        .filter(c -> isOpen(c, day))
                                        .mapToObj(c -> new LastOpen(c, day))
                                        .sorted(Comparator.comparing((LastOpen l) -> opened(l.caseNo)
                                                        .caseId()
                                                        .value())
                                                .reversed()))
                                .findFirst())
                .orElse(null);
    }

    private static void put(
            Map<String, Map<String, Expected>> table, String row, Set<String> groups, Expected.Told told) {
        Set<String> all = new HashSet<>(groups);
        all.add("*");
        Map<String, Expected> cells = table.computeIfAbsent(row, r -> new TreeMap<>());
        all.forEach(group -> cells.put(
                group, cells.getOrDefault(group, new Expected(List.of())).and(told)));
    }

    private static @Nullable Integer changeOf(Reading reading, List<Reading> all, boolean sinceEntry) {
        if (reading.score == null) {
            return null;
        }
        Comparator<Reading> order = Comparator.comparing(Reading::on).thenComparing(Reading::recorded);
        List<Reading> before = all.stream()
                .filter(r -> r.caseNo == reading.caseNo && r.series.equals(reading.series) && r.score != null)
                .filter(r -> order.compare(r, reading) < 0)
                .sorted(order)
                .toList();
        if (before.isEmpty()) {
            return null;
        }
        Reading base = sinceEntry ? before.get(0) : before.get(before.size() - 1);
        return reading.score - Objects.requireNonNull(base.score);
    }

    private List<Reading> readings(int caseNo, Rater rater) {
        List<Reading> readings = new ArrayList<>();
        List<CaseEvent> events = cases.get(caseNo);
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof CompassScored first) {
                Scoring scoring = first.scoring();
                LocalDate on = first.effectiveOn();
                boolean annulled = false;
                for (CaseEvent event : events) {
                    if (event instanceof ScoringCorrected e && e.scoringId().equals(first.scoringId())) {
                        scoring = e.scoring();
                        on = e.effectiveOn();
                    }
                    annulled |=
                            event instanceof ScoringAnnulled a && a.scoringId().equals(first.scoringId());
                }
                if (!annulled && scoring.rater() == rater) {
                    for (DimensionScore score : scoring.scores()) {
                        String series = scoring.compass() + "/" + scoring.compassVersion() + "/" + score.dimension()
                                + "/" + score.variant();
                        readings.add(new Reading(
                                caseNo,
                                i,
                                on,
                                series,
                                scoring.compass(),
                                scoring.compassVersion(),
                                score.dimension(),
                                score.variant(),
                                score.score(),
                                scoring.tilbud()));
                    }
                }
            }
        }
        return readings;
    }

    private Set<String> groups(int caseNo, LocalDate on, @Nullable String tilbud, String by) {
        return switch (by) {
            case "targetGroup" -> Set.of(opened(caseNo).targetGroup());
            case "unit" -> line(unitOn(caseNo, on), on);
            case "tilbud" -> Set.of(tilbud != null ? tilbud : tilbudOf(caseNo, on));
            case "programme" -> programmes(caseNo, on);
            case "step" -> Set.of(position(caseNo, on));
            default -> Set.of();
        };
    }

    private Set<String> line(String unit, LocalDate on) {
        Set<String> line = new HashSet<>(Set.of(unit));
        for (Unit u : units.all()) {
            boolean now = u.validity().holdsOn(on);
            String parent = u.parent();
            if (now && u.code().equals(unit) && parent != null) {
                line.addAll(line(parent, on));
            }
        }
        return line;
    }

    private String unitOn(int caseNo, LocalDate on) {
        List<CaseEvent> events = cases.get(caseNo);
        List<CaseEvent> changes = events.stream()
                .filter(e -> e instanceof CaseOpened || e instanceof CaseTransferred)
                .sorted(Comparator.comparing(CaseEvent::effectiveOn))
                .toList();
        CaseEvent last = changes.get(0);
        for (CaseEvent change : changes) {
            if (!change.effectiveOn().isAfter(on)) {
                last = change;
            }
        }
        return last instanceof CaseTransferred t ? t.toUnit() : opened(caseNo).unit();
    }

    private String tilbudOf(int caseNo, LocalDate on) {
        InterventionDecided highest = highest(caseNo, on);
        if (highest == null) {
            return "";
        }
        String tilbud = highest.terms().tilbud();
        List<PlacementSiteChanged> moves = cases.get(caseNo).stream()
                .filter(PlacementSiteChanged.class::isInstance)
                .map(PlacementSiteChanged.class::cast)
                .filter(m -> m.interventionId().equals(highest.interventionId()))
                .filter(m -> !m.effectiveOn().isAfter(on))
                .sorted(Comparator.comparing(CaseEvent::effectiveOn))
                .toList();
        if (!moves.isEmpty()) {
            tilbud = moves.get(moves.size() - 1).toTilbud();
        }
        return tilbud == null ? "" : tilbud;
    }

    private Set<String> programmes(int caseNo, LocalDate on) {
        Set<String> programmes = new HashSet<>();
        active(caseNo, on).forEach(d -> {
            String programme = d.terms().programme();
            if (programme != null) {
                programmes.add(programme);
            }
        });
        return programmes.isEmpty() ? Set.of("") : programmes;
    }

    private String position(int caseNo, LocalDate on) {
        InterventionDecided highest = highest(caseNo, on);
        return highest == null
                ? ""
                : highest.terms().ladder() + ":" + highest.terms().step();
    }

    private @Nullable InterventionDecided highest(int caseNo, LocalDate on) {
        return active(caseNo, on)
                .max(Comparator.<InterventionDecided>comparingInt(d -> d.terms().step())
                        .thenComparing(d -> Objects.requireNonNull(startOf(caseNo, d.interventionId())))
                        .thenComparing(d -> cases.get(caseNo).indexOf(d)))
                .orElse(null);
    }

    private Stream<InterventionDecided> active(int caseNo, LocalDate on) {
        return started(caseNo).filter(d -> {
            LocalDate start = Objects.requireNonNull(startOf(caseNo, d.interventionId()));
            InterventionEnded end = endOf(caseNo, d.interventionId());
            return !start.isAfter(on) && (end == null || end.effectiveOn().isAfter(on));
        });
    }

    private Stream<InterventionDecided> started(int caseNo) {
        return cases.get(caseNo).stream()
                .filter(InterventionDecided.class::isInstance)
                .map(InterventionDecided.class::cast)
                .filter(d -> !annulled(caseNo, d.interventionId()))
                .filter(d -> startOf(caseNo, d.interventionId()) != null);
    }

    private boolean annulled(int caseNo, InterventionId id) {
        return cases.get(caseNo).stream()
                .anyMatch(e ->
                        e instanceof DecisionAnnulled a && a.interventionId().equals(id));
    }

    private @Nullable LocalDate startOf(int caseNo, InterventionId id) {
        LocalDate start = null;
        for (CaseEvent event : cases.get(caseNo)) {
            if (event instanceof InterventionStarted e && e.interventionId().equals(id)) {
                start = e.effectiveOn();
            }
        }
        return start;
    }

    private @Nullable InterventionEnded endOf(int caseNo, InterventionId id) {
        InterventionEnded end = null;
        for (CaseEvent event : cases.get(caseNo)) {
            if (event instanceof InterventionEnded e && e.interventionId().equals(id)) {
                end = e;
            }
        }
        return end;
    }

    private CaseOpened opened(int caseNo) {
        return (CaseOpened) cases.get(caseNo).get(0);
    }

    private Set<UUID> citizens() {
        Set<UUID> citizens = new LinkedHashSet<>();
        IntStream.range(0, cases.size())
                .forEach(c -> citizens.add(opened(c).citizenId().value()));
        return citizens;
    }

    /** Citizens by position on a date. */
    Map<String, Integer> steps(LocalDate on, @Nullable String targetGroup) {
        Map<String, Integer> steps = new TreeMap<>();
        for (UUID citizen : citizens()) {
            IntStream.range(0, cases.size())
                    .filter(c -> opened(c).citizenId().value().equals(citizen))
                    .filter(c -> targetGroup == null || opened(c).targetGroup().equals(targetGroup))
                    .filter(c -> isOpen(c, on))
                    .mapToObj(c -> position(c, on))
                    .max(Comparator.<String>comparingInt(p -> p.isEmpty() ? 0 : p.charAt(p.length() - 1) - '0')
                            .thenComparing(p -> p))
                    .ifPresent(p -> steps.merge(p, 1, Integer::sum));
        }
        return steps;
    }

    private boolean isOpen(int caseNo, LocalDate on) {
        boolean open = false;
        List<CaseEvent> turns = cases.get(caseNo).stream()
                .filter(e -> e instanceof CaseOpened || e instanceof CaseClosed || e instanceof CaseReopened)
                .filter(e -> !e.effectiveOn().isAfter(on))
                .sorted(Comparator.comparing(CaseEvent::effectiveOn))
                .toList();
        for (CaseEvent turn : turns) {
            open = !(turn instanceof CaseClosed);
        }
        return open;
    }

    /** Citizens and moves by {@code EventType LADDER from to}. */
    Map<String, List<UUID>> moves(LocalDate from, LocalDate to) {
        Map<String, List<UUID>> moves = new TreeMap<>();
        for (int c = 0; c < cases.size(); c++) {
            for (CaseEvent event : cases.get(c)) {
                if (event instanceof Moved moved
                        && !annulled(c, moved.move().to())
                        && !event.effectiveOn().isBefore(from)
                        && !event.effectiveOn().isAfter(to)) {
                    String ladder = cases.get(c).stream()
                            .filter(e -> e instanceof InterventionDecided d
                                    && d.interventionId().equals(moved.move().to()))
                            .map(e -> ((InterventionDecided) e).terms().ladder())
                            .findFirst()
                            .orElseThrow();
                    String key = event.getClass().getSimpleName() + " " + ladder + " "
                            + moved.move().fromStep() + " " + moved.move().toStep();
                    moves.computeIfAbsent(key, k -> new ArrayList<>())
                            .add(opened(c).citizenId().value());
                }
            }
        }
        return moves;
    }

    /** Placements of a measure in a year, each with its citizen and whether it broke down. */
    record Placed(String measure, UUID citizen, boolean broke) {}

    List<Placed> placements(int year, Set<String> placements) {
        LocalDate first = LocalDate.of(year, 1, 1);
        List<Placed> placed = new ArrayList<>();
        for (int c = 0; c < cases.size(); c++) {
            int caseNo = c;
            int born = opened(c).person().birthYear();
            for (CaseEvent event : cases.get(c)) {
                born = event instanceof PersonUpdated p ? p.person().birthYear() : born;
            }
            if (year - born <= 17) {
                started(c).filter(d -> placements.contains(d.terms().measure())).forEach(d -> {
                    LocalDate start = Objects.requireNonNull(startOf(caseNo, d.interventionId()));
                    InterventionEnded end = endOf(caseNo, d.interventionId());
                    boolean ran = start.getYear() <= year
                            && (end == null || !end.effectiveOn().isBefore(first));
                    boolean broke =
                            end != null && end.breakdown() && end.effectiveOn().getYear() == year;
                    for (CaseEvent event : cases.get(caseNo)) {
                        broke |= event instanceof PlacementSiteChanged s
                                && s.interventionId().equals(d.interventionId())
                                && s.breakdown()
                                && s.effectiveOn().getYear() == year;
                    }
                    if (ran) {
                        placed.add(new Placed(
                                d.terms().measure(), opened(caseNo).citizenId().value(), broke));
                    }
                });
            }
        }
        return placed;
    }
}
