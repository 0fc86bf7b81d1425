package dk.effektspor.demo;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.catalogue.Compass;
import dk.effektspor.shared.catalogue.Compass.Dimension;
import dk.effektspor.shared.catalogue.Ladder;
import dk.effektspor.shared.catalogue.Measure;
import dk.effektspor.shared.catalogue.Programme;
import dk.effektspor.shared.forandringskompas.NotAssessed;
import dk.effektspor.shared.forandringskompas.Occasion;
import dk.effektspor.shared.forandringskompas.Rater;
import dk.effektspor.shared.indsatstrappe.Destination;
import dk.effektspor.shared.indsatstrappe.EndReason;
import dk.effektspor.shared.indsatstrappe.Law;
import dk.effektspor.shared.indsatstrappe.LegalBasis;
import dk.effektspor.shared.indsatstrappe.PlacementBasis;
import dk.effektspor.shared.indsatstrappe.RightStep;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One case read back line by line: what a line may say after those before it, written without the rules of the case. */
final class Rules {

    private final Catalogue catalogue;
    private final LocalDate until;
    private final Map<String, Course> courses = new HashMap<>();
    private final Set<String> scorings = new HashSet<>();
    private final Set<String> annulled = new HashSet<>();
    private String group = "";
    private LocalDate born = LocalDate.MIN;
    private LocalDate opened = LocalDate.MAX;
    private LocalDate responsible = LocalDate.MIN;
    private @Nullable LocalDate closed;
    private Instant recorded = Instant.MIN;

    Rules(Catalogue catalogue, LocalDate until) {
        this.catalogue = catalogue;
        this.until = until;
    }

    void read(JsonNode line) {
        String type = line.get("type").asString();
        JsonNode data = line.get("data");
        LocalDate on = date(data, "effectiveOn");
        Instant at = Instant.parse(line.get("recordedAt").asString());
        assertThat(at).isAfterOrEqualTo(recorded);
        recorded = at;
        assertThat(LocalDate.ofInstant(at, ZoneOffset.UTC)).isBetween(on, until);
        assertThat(line.get("by").asString()).isNotBlank();
        assertThat(group.isEmpty()).isEqualTo(type.equals("open-case"));
        if (!group.isEmpty()) {
            assertThat(on).isAfterOrEqualTo(opened);
        }
        assertThat(closed != null).isEqualTo(type.equals("reopen"));
        String ref = line.path("intervention").asString("");
        switch (type) {
            case "open-case" -> open(data, on);
            case "assign", "transfer" -> responsible(data, on, type);
            case "update-person" ->
                assertThat(catalogue.bydel(data.get("bydel").asString())).isPresent();
            case "add-note" -> text(data, "text");
            case "hold-network-meeting" ->
                assertThat(data.get("citizenPresent").isBoolean()).isTrue();
            case "close" -> {
                text(data, "reason");
                assertThat(courses.values()).noneMatch(c -> c.activeOnOrAfter(on));
                closed = on;
            }
            case "reopen" -> {
                assertThat(on).isAfterOrEqualTo(closed);
                closed = null;
            }
            case "decide-intervention" -> {
                text(data, "reason");
                decide(ref, data, on, null);
            }
            case "step-up", "step-down", "lateral-move", "supplement", "resume" -> move(line, type, on);
            case "start" -> start(course(ref), on);
            case "extend" -> {
                text(data, "reason");
                Course course = running(ref, on);
                assertThat(date(data, "plannedEnd")).isAfter(course.plannedEnd);
                course.plannedEnd = date(data, "plannedEnd");
            }
            case "adjust" -> {
                text(data, "reason");
                running(ref, on);
            }
            case "change-site" -> changeSite(running(ref, on), data, on);
            case "end" -> end(running(ref, on), data, on);
            case "annul-decision" -> {
                text(data, "reason");
                assertThat(course(ref).decided).isBeforeOrEqualTo(on);
                course(ref).annulled = true;
            }
            case "score" -> {
                assertThat(scorings.add(line.get("scoring").asString())).isTrue();
                score(data, on);
            }
            case "correct-scoring" -> {
                text(data, "reason");
                scoring(line.get("scoring").asString());
                score(data, on);
            }
            case "annul-scoring" -> {
                text(data, "reason");
                scoring(line.get("scoring").asString());
                annulled.add(line.get("scoring").asString());
            }
            default -> throw new AssertionError("unknown type " + type);
        }
    }

    private void open(JsonNode data, LocalDate on) {
        String cpr = data.get("cpr").asString();
        assertThat(cpr).matches("[67-9]\\d{5}-\\d{4}");
        boolean before2000 = cpr.charAt(7) <= '3';
        int year = (before2000 ? 1900 : 2000) + Integer.parseInt(cpr.substring(4, 6));
        born = LocalDate.of(year, Integer.parseInt(cpr.substring(2, 4)), Integer.parseInt(cpr.substring(0, 2)) - 60);
        assertThat(born).isBefore(on);
        text(data, "name");
        text(data, "address");
        group = data.get("targetGroup").asString();
        assertThat(catalogue.hasTargetGroup(group)).isTrue();
        Compass compass = catalogue.compassOn(group, on).orElseThrow();
        Integer from = compass.ageFrom();
        Integer to = compass.ageTo();
        int age = age(on);
        assertThat(age >= 18).isEqualTo(!group.startsWith("UBU") && !group.equals("BMH") && !group.equals("BSF"));
        if (from != null && to != null) {
            assertThat(age).isBetween(from, to);
        }
        opened = on;
        responsible(data, on, "transfer");
    }

    private void responsible(JsonNode data, LocalDate on, String type) {
        text(data, "caseworker");
        assertThat(on).isAfterOrEqualTo(responsible);
        responsible = on;
        if (type.equals("transfer")) {
            assertThat(catalogue
                            .units()
                            .on(data.get("unit").asString(), on)
                            .orElseThrow()
                            .authority())
                    .isTrue();
        }
    }

    private Course decide(String ref, JsonNode terms, LocalDate on, @Nullable Course replaces) {
        Measure measure = catalogue.measure(terms.get("measure").asString()).orElseThrow();
        assertThat(measure.allows(basis(terms.get("legalBasis")), on)).isTrue();
        Ladder ladder = catalogue.ladderOn(group, on).orElseThrow();
        LocalDate start = date(terms, "plannedStart");
        LocalDate end = date(terms, "plannedEnd");
        assertThat(start).isAfterOrEqualTo(on);
        assertThat(end).isAfter(start);
        text(terms, "exitPlan");
        assertThat(terms.get("goals").size()).isPositive();
        RightStep.valueOf(terms.get("rightStep").asString());
        offer(terms.get("tilbud").asString(), measure, on);
        assertThat(terms.has("placementBasis")).isEqualTo(measure.placement());
        if (measure.placement()) {
            JsonNode basis = terms.get("placementBasis");
            PlacementBasis.Kind.valueOf(basis.get("kind").asString());
            LocalDate given = date(basis, "givenOn");
            assertThat(given).isBeforeOrEqualTo(start);
            LegalBasis placed = basis(basis.get("basis"));
            assertThat(placed.law() == Law.SEL).isEqualTo(placed.law() != Law.LBU && given.getYear() < 2024);
            assertThat(age(on)).isLessThan(18);
        }
        if (terms.has("programme")) {
            Programme programme =
                    catalogue.programme(terms.get("programme").asString()).orElseThrow();
            assertThat(programme.isFor(age(start))).isEqualTo(!terms.has("ageOverride"));
        }
        Integer step = requireNonNull(ladder.measures().get(measure.code())).step();
        Course course = new Course(measure, step, on, end, terms.get("tilbud").asString(), replaces);
        assertThat(courses.put(ref, course)).isNull();
        return course;
    }

    private void move(JsonNode line, String type, LocalDate on) {
        JsonNode data = line.get("data");
        text(data, "reason");
        Course from = course(line.get("intervention").asString());
        boolean replaces = !type.equals("supplement") && !type.equals("resume");
        int position = courses.values().stream()
                .filter(c -> c.activeOn(on))
                .mapToInt(c -> c.step)
                .max()
                .orElse(0);
        Course to =
                decide(line.get("newIntervention").asString(), data.get("intervention"), on, replaces ? from : null);
        switch (type) {
            case "step-up" -> assertThat(to.step).isGreaterThan(from.step);
            case "step-down" -> assertThat(to.step).isLessThan(from.step);
            case "lateral-move" -> assertThat(to.step).isEqualTo(from.step);
            case "supplement" -> assertThat(to.step).isLessThanOrEqualTo(position);
            default -> assertThat(from.ended).isNotNull();
        }
        if (!type.equals("resume")) {
            assertThat(from.activeOn(on)).isTrue();
        }
        data.get("restsOn").forEach(scoring -> scoring(scoring.asString()));
    }

    private static void start(Course course, LocalDate on) {
        assertThat(course.started).isNull();
        assertThat(course.annulled).isFalse();
        assertThat(on).isAfterOrEqualTo(course.decided).isBefore(course.plannedEnd);
        course.started = on;
        Course replaced = course.replaces;
        if (replaced != null && replaced.ended == null) {
            replaced.ended = on;
        }
    }

    private void changeSite(Course course, JsonNode data, LocalDate on) {
        text(data, "reason");
        assertThat(course.measure.placement()).isTrue();
        assertThat(data.get("breakdown").isBoolean()).isTrue();
        String tilbud = data.get("tilbud").asString();
        assertThat(tilbud).isNotEqualTo(course.tilbud);
        offer(tilbud, course.measure, on);
        course.tilbud = tilbud;
    }

    private static void end(Course course, JsonNode data, LocalDate on) {
        assertThat(data.get("reasons").size()).isPositive();
        data.get("reasons").forEach(reason -> EndReason.valueOf(reason.asString()));
        Destination.valueOf(data.get("destination").asString());
        if (data.get("breakdown").asBoolean()) {
            assertThat(course.measure.placement()).isTrue();
        }
        course.ended = on;
    }

    private void score(JsonNode data, LocalDate on) {
        assertThat(data.get("compass").asString()).isEqualTo(group);
        Compass compass =
                catalogue.compass(group, data.get("compassVersion").asString()).orElseThrow();
        assertThat(compass.validity().holdsOn(on)).isTrue();
        Rater.valueOf(data.get("rater").asString());
        Occasion.valueOf(data.get("occasion").asString());
        if (data.has("tilbud")) {
            assertThat(catalogue.offerOn(data.get("tilbud").asString(), on)).isPresent();
        }
        JsonNode scores = data.get("scores");
        assertThat(scores.size()).isEqualTo(10);
        for (int i = 0; i < 10; i++) {
            Dimension dimension = compass.dimensions().get(i);
            JsonNode score = scores.get(i);
            assertThat(score.get("dimension").asInt()).isEqualTo(dimension.no());
            assertThat(score.has("score")).isNotEqualTo(score.has("notAssessed"));
            if (score.has("score")) {
                assertThat(score.get("score").asInt()).isBetween(1, 10);
                assertThat(score.has("variant"))
                        .isNotEqualTo(dimension.variants().isEmpty());
            } else {
                NotAssessed.valueOf(score.get("notAssessed").asString());
            }
            if (score.has("variant")) {
                assertThat(dimension.variants()).contains(score.get("variant").asString());
            }
        }
    }

    private void scoring(String ref) {
        assertThat(scorings).contains(ref);
        assertThat(annulled).doesNotContain(ref);
    }

    private void offer(String code, Measure measure, LocalDate on) {
        assertThat(catalogue.offerOn(code, on).orElseThrow().measures()).contains(measure.code());
    }

    private Course course(String ref) {
        Course course = courses.get(ref);
        if (course == null) {
            throw new AssertionError("no intervention " + ref);
        }
        return course;
    }

    private Course running(String ref, LocalDate on) {
        Course course = course(ref);
        assertThat(course.started).isNotNull().isBeforeOrEqualTo(on);
        assertThat(course.ended).isNull();
        return course;
    }

    private int age(LocalDate on) {
        return Math.toIntExact(ChronoUnit.YEARS.between(born, on));
    }

    private static LegalBasis basis(JsonNode basis) {
        return new LegalBasis(
                Law.valueOf(basis.get("law").asString()), basis.get("paragraph").asString());
    }

    private static LocalDate date(JsonNode data, String field) {
        return LocalDate.parse(data.get(field).asString());
    }

    private static void text(JsonNode data, String field) {
        assertThat(data.get(field).asString()).isNotBlank();
    }

    private static final class Course {
        private final Measure measure;
        private final int step;
        private final LocalDate decided;
        private final @Nullable Course replaces;
        private LocalDate plannedEnd;
        private String tilbud;
        private @Nullable LocalDate started;
        private @Nullable LocalDate ended;
        private boolean annulled;

        private Course(
                Measure measure,
                int step,
                LocalDate decided,
                LocalDate plannedEnd,
                String tilbud,
                @Nullable Course replaces) {
            this.measure = measure;
            this.step = step;
            this.decided = decided;
            this.plannedEnd = plannedEnd;
            this.tilbud = tilbud;
            this.replaces = replaces;
        }

        private boolean activeOn(LocalDate on) {
            return started != null && !started.isAfter(on) && (ended == null || !ended.isBefore(on));
        }

        private boolean activeOnOrAfter(LocalDate on) {
            return started != null && (ended == null || ended.isAfter(on));
        }
    }
}
