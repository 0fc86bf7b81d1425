package dk.effektspor.demo;

import dk.effektspor.shared.catalogue.Programme;
import dk.effektspor.shared.indsatstrappe.LegalBasis;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells one case from opening to close: a first intervention, a scoring every half year and after each a review that
 * goes up, down or sideways on the ladder, adds, extends or ends, depending on how the citizen fares.
 */
final class Casework {

    private static final LocalDate BARNETS_LOV = LocalDate.of(2024, 1, 1);
    private static final int HALF_YEAR = 182;
    private static final int CONFIRMED_AHEAD = 270;
    private static final Map<Integer, Double> ADULT_STEPS = adultSteps();
    private static final Map<String, Double> SINGLE_REASONS = singleReasons();

    private final Measures measures;
    private final Group group;
    private final Citizen citizen;
    private final Story story;
    private final Dice dice;
    private final Wellbeing wellbeing;
    private final Readings readings;
    private final Office office;
    private final List<Course> supplements = new ArrayList<>();

    private @Nullable Course main;
    private @Nullable Course ended;
    private @Nullable LocalDate meetingsFrom;
    private double atEntry;
    private int refs;

    Casework(Measures measures, Group group, Citizen citizen, Story story, Dice dice) {
        this.measures = measures;
        this.group = group;
        this.citizen = citizen;
        this.story = story;
        this.dice = dice;
        this.wellbeing = new Wellbeing(dice, group.start(), group.drift());
        this.readings = new Readings(measures.catalogue(), group, story, dice, wellbeing);
        this.office = new Office(measures.catalogue(), group, citizen, story, dice);
        this.atEntry = wellbeing.mean();
    }

    /** @param goesOn measure of an earlier case that the citizen has grown out of, if this one takes it over */
    void open(LocalDate on, LocalDate closes, boolean grownOut, @Nullable String goesOn) {
        office.open(on);
        atEntry = wellbeing.mean();
        LocalDate decided = dice.daysAfter(on, 2, goesOn == null ? 40 : 5);
        decide(
                goesOn != null && allowed(goesOn, decided) ? goesOn : first(decided),
                decided,
                null,
                "decide-intervention");
        follow(readings.score(dice.daysAfter(on, 5, 30), "ENTRY", tilbud()), on, closes, grownOut);
    }

    void reopen(LocalDate on, LocalDate closes) {
        story.happens("reopen", on, data("reason", "Ny henvendelse efter at sagen var lukket"));
        Course before = ended;
        LocalDate decided = dice.daysAfter(on, 1, 20);
        if (before != null && allowed(before.measure, decided) && dice.chance(0.6)) {
            decide(before.measure, decided, before, "resume");
        } else {
            decide(first(decided), decided, null, "decide-intervention");
        }
        follow(readings.score(dice.daysAfter(on, 5, 30), "FOLLOW_UP", tilbud()), on, closes, false);
    }

    /** The measure that was running when the case closed, for the next case of one who has grown out of this one. */
    @Nullable
    String lastMeasure() {
        return ended == null ? null : ended.measure;
    }

    private void follow(LocalDate entry, LocalDate from, LocalDate closes, boolean grownOut) {
        LocalDate scored = entry;
        while (true) {
            LocalDate next = dice.daysAfter(scored, HALF_YEAR - 8, HALF_YEAR + 8);
            if (next.plusDays(60).isAfter(closes) || next.isAfter(story.until())) {
                break;
            }
            between(dice.daysAfter(scored, 75, 115), next);
            wellbeing.halfYear(Measures.effect(main == null ? null : main.programme));
            scored = next;
            readings.score(scored, "FOLLOW_UP", tilbud());
            review(dice.daysAfter(scored, 3, 14));
        }
        if (!closes.isAfter(story.until())) {
            close(scored, closes, grownOut);
        }
        office.meetAndNote(from, closes, meetingsFrom);
    }

    private String first(LocalDate on) {
        int age = citizen.ageOn(on);
        if (!group.children()) {
            Map<String, Double> signature = group.signature();
            for (Map.Entry<String, Double> measure : signature.entrySet()) {
                if (dice.chance(measure.getValue())) {
                    return measure.getKey();
                }
            }
            return measures.forAdults(group, dice.weighted(ADULT_STEPS), on, dice);
        }
        if (age >= 18) {
            return measures.atHome(2, age, dice);
        }
        if (dice.chance(age < 12 ? 0.24 : 0.34)) {
            return measures.placement(age, on, dice);
        }
        double share = dice.share();
        return measures.atHome(share < 0.22 ? 1 : share < 0.93 ? 2 : 3, age, dice);
    }

    private static Map<Integer, Double> adultSteps() {
        Map<Integer, Double> steps = new LinkedHashMap<>();
        steps.put(1, 0.15);
        steps.put(2, 0.40);
        steps.put(3, 0.25);
        steps.put(4, 0.15);
        steps.put(5, 0.05);
        return steps;
    }

    private boolean allowed(String measure, LocalDate on) {
        return measures.measure(measure).bases().stream()
                        .anyMatch(b -> b.validity().holdsOn(on))
                && measures.catalogue()
                        .ladderOn(group.code(), on)
                        .orElseThrow()
                        .measures()
                        .containsKey(measure)
                && (citizen.ageOn(on) < 18 || !measures.measure(measure).placement());
    }

    /** Decides and starts; a move replaces what it is from, which the start ends. */
    private void decide(String measure, LocalDate decided, @Nullable Course from, String type) {
        Course course = course(measure, decided, dice.daysAfter(decided, 0, from == null ? 21 : 14));
        tell(type, decided, from, course);
        begin(course);
        if (!type.equals("supplement")) {
            main = course;
        } else {
            supplements.add(course);
        }
        if (group.children() && course.step >= 2 && meetingsFrom == null) {
            meetingsFrom = course.start;
        }
    }

    private Course course(String measure, LocalDate decided, LocalDate start) {
        Programme programme = measures.programme(group.code(), measure, citizen.ageOn(start), dice);
        return new Course(
                "i" + ++refs,
                measure,
                measures.step(group.code(), measure, decided),
                measures.measure(measure).placement(),
                measures.offer(group, measure, null, decided, dice),
                programme == null ? null : programme.code(),
                start,
                dice.daysAfter(start, 290, 420));
    }

    private void tell(String type, LocalDate decided, @Nullable Course from, Course course) {
        Map<String, Object> terms = terms(course, decided);
        if (from == null) {
            terms.put("reason", Words.decision(dice));
            story.happens(type, decided, terms).intervention(course.ref);
            return;
        }
        Map<String, Object> move = data("intervention", terms);
        move.put(
                "reason",
                type.equals("step-up")
                        ? Words.up(dice)
                        : type.equals("step-down") ? Words.down(dice) : Words.decision(dice));
        move.put("restsOn", readings.latest(decided));
        story.happens(type, decided, move).intervention(from.ref).newIntervention(course.ref);
    }

    private Map<String, Object> terms(Course course, LocalDate decided) {
        Map<String, Object> terms = data("measure", course.measure);
        terms.put("legalBasis", basis(measures.basis(course.measure, decided)));
        terms.put("tilbud", course.tilbud);
        if (course.programme != null) {
            terms.put("programme", course.programme);
            Programme programme =
                    measures.catalogue().programme(course.programme).orElseThrow();
            if (!programme.isFor(citizen.ageOn(course.start))) {
                terms.put("ageOverride", "Modenhed og behov svarer til programmets målgruppe");
            }
        }
        terms.put("plannedStart", course.start.toString());
        terms.put("plannedEnd", course.plannedEnd.toString());
        terms.put("goals", Words.goals(dice));
        terms.put("exitPlan", Words.exit(dice));
        if (course.placement) {
            terms.put("placementBasis", placementBasis(course, decided));
        }
        double share = dice.share();
        terms.put(
                "rightStep",
                share < 0.62
                        ? "RIGHT"
                        : share < 0.74 ? "LOWER_THAN_NEEDED" : share < 0.80 ? "HIGHER_THAN_NEEDED" : "NOT_ASSESSED");
        return terms;
    }

    /** Copenhagen 2014 (W25): 79 % with consent, 15 % without; the 5 % unknown stand here as provisional decisions. */
    private Map<String, Object> placementBasis(Course course, LocalDate decided) {
        boolean newLaw = !decided.isBefore(BARNETS_LOV);
        double share = dice.share();
        String kind = course.measure.equals("BUHJEM-SIKRET")
                ? "YOUTH_CRIME_BOARD"
                : share < 0.795 ? "CONSENT" : share < 0.948 ? "COMMITTEE" : "PROVISIONAL";
        Map<String, Object> paragraph = data("law", kind.equals("YOUTH_CRIME_BOARD") ? "LBU" : newLaw ? "BL" : "SEL");
        paragraph.put(
                "paragraph",
                switch (kind) {
                    case "CONSENT" -> newLaw ? "§46" : "§52 stk. 3 nr. 7";
                    case "COMMITTEE" -> newLaw ? "§47" : "§58";
                    case "PROVISIONAL" -> newLaw ? "§143" : "§75";
                    default -> "§19";
                });
        Map<String, Object> basis = data("kind", kind);
        basis.put("basis", paragraph);
        LocalDate given = decided.minusDays(dice.between(0, 2));
        basis.put("givenOn", (newLaw && given.isBefore(BARNETS_LOV) ? decided : given).toString());
        return basis;
    }

    private static Map<String, Object> basis(LegalBasis basis) {
        Map<String, Object> data = data("law", basis.law().name());
        data.put("paragraph", basis.paragraph());
        return data;
    }

    private void begin(Course course) {
        story.happens("start", course.start, new LinkedHashMap<>()).intervention(course.ref);
    }

    /** What happens between two scorings. */
    private void between(LocalDate on, LocalDate next) {
        Course now = main;
        if (now == null || !now.start.isBefore(on)) {
            return;
        }
        LocalDate adult = citizen.birthday(18);
        if (group.children() && now.placement && !adult.isAfter(next.plusDays(20))) {
            LocalDate since = now.start.plusDays(1);
            decide("UNGESTOETTE", adult.isAfter(since) ? adult : since, now, "step-down");
            return;
        }
        if (now.placement && dice.chance(breakdownRisk(now, on))) {
            breakDown(now, on);
        } else if (now.placement && dice.chance(0.03)) {
            changeSite(now, on, "Flyttet tættere på skole og familie", false);
        } else if (dice.chance(0.12)) {
            Map<String, Object> data = data("goals", Words.goals(dice));
            data.put("rightStep", dice.chance(0.8) ? "RIGHT" : "LOWER_THAN_NEEDED");
            data.put("reason", "Mål justeret efter statusmøde");
            story.happens("adjust", on, data).intervention(now.ref);
        } else if (dice.chance(0.015)) {
            mistake(on);
        }
        office.maybeMoves(dice.daysAfter(on, 1, 20));
    }

    /** Per half year: 4.7 % of placements a year (W24), most of them of young people aged 13-17, fewest in foster care. */
    private double breakdownRisk(Course now, LocalDate on) {
        double usual = citizen.ageOn(on) >= 13 ? 0.066 : 0.026;
        return now.measure.startsWith("BUHJEM") ? usual * 1.25 : usual * 0.85;
    }

    private void breakDown(Course now, LocalDate on) {
        String reason = dice.chance(0.5) ? "SITE_GAVE_UP" : "CITIZEN_LEFT";
        int age = citizen.ageOn(on);
        if (dice.chance(0.35)) {
            changeSite(now, on, "Stedet kan ikke længere rumme den unge", true);
            return;
        }
        String measure = measures.placement(age, on, dice);
        int step = measures.step(group.code(), measure, on);
        String type = step > now.step ? "step-up" : step < now.step ? "step-down" : "lateral-move";
        Course next = course(measure, on, dice.daysAfter(on, 0, 3));
        tell(type, on, now, next);
        List<String> reasons = dice.chance(0.2) ? List.of("SITE_GAVE_UP", "CITIZEN_LEFT") : List.of(reason);
        end(now, next.start, reasons, "OTHER_INTERVENTION", true);
        begin(next);
        main = next;
    }

    private void changeSite(Course now, LocalDate on, String why, boolean breakdown) {
        String other = measures.offer(group, now.measure, now.tilbud, on, dice);
        if (!other.equals(now.tilbud)) {
            Map<String, Object> data = data("tilbud", other);
            data.put("reason", why);
            data.put("breakdown", breakdown);
            story.happens("change-site", on, data).intervention(now.ref);
            now.tilbud = other;
        }
    }

    /** Decided in the wrong case, found out and annulled. */
    private void mistake(LocalDate on) {
        String measure = group.children() ? "RAADGIVNING" : "VOKSEN-RAADGIVNING";
        Course wrong = course(measure, on, on.plusDays(30));
        tell("decide-intervention", on, null, wrong);
        story.happens("annul-decision", dice.daysAfter(on, 2, 15), data("reason", "Truffet i den forkerte sag"))
                .intervention(wrong.ref);
    }

    private void review(LocalDate on) {
        endSupplements(on, 0.5);
        Course now = main;
        if (now == null) {
            Course before = ended;
            if (before != null && dice.chance(0.6) && allowed(before.measure, on)) {
                decide(before.measure, on, before, "resume");
            }
            return;
        }
        if (!now.start.isBefore(on)) {
            return;
        }
        double since = wellbeing.mean() - atEntry;
        double up = wellbeing.change() < -0.1 ? 0.16 : 0.07;
        double down = since > 0.8 ? 0.20 : 0.07;
        double share = dice.share();
        if (share < up && up(now, on)) {
            return;
        }
        share -= up;
        if (share >= 0 && share < down && down(now, on)) {
            return;
        }
        share -= down;
        if (share >= 0 && share < 0.03) {
            sideways(now, on);
            return;
        }
        if (share >= 0.03 && share < 0.06) {
            end(now, dice.daysAfter(on, 0, 20), List.of("GOALS_REACHED"), destination(now, on), false);
            ended = now;
            main = null;
            return;
        }
        if (share >= 0.06 && share < 0.18 && supplements.isEmpty()) {
            decide(supplement(now, on), on, now, "supplement");
        }
        extend(now, on);
        for (Course supplement : supplements) {
            extend(supplement, on);
        }
    }

    private boolean up(Course now, LocalDate on) {
        int age = citizen.ageOn(on);
        if (!group.children()) {
            if (now.step >= measures.steps(group.code(), on)) {
                return false;
            }
            decide(measures.forAdults(group, now.step + 1, on, dice), on, now, "step-up");
            return true;
        }
        if (age >= 18) {
            return false;
        }
        String next = now.step == 1 && dice.chance(0.8)
                ? measures.atHome(2, age, dice)
                : now.step == 2 && dice.chance(0.25) ? "SIKKERHEDSPLAN" : measures.placement(age, on, dice);
        if (measures.step(group.code(), next, on) <= now.step) {
            return false;
        }
        decide(next, on, now, "step-up");
        return true;
    }

    private boolean down(Course now, LocalDate on) {
        int age = citizen.ageOn(on);
        if (now.step == 1) {
            return false;
        }
        String next;
        if (!group.children()) {
            next = measures.forAdults(group, now.step - 1, on, dice);
        } else if (now.placement && age < 18 && dice.chance(0.45)) {
            next = measures.placement(age, on, dice);
        } else {
            next = measures.atHome(now.step > 3 || now.step == 3 ? 2 : 1, age, dice);
        }
        if (measures.step(group.code(), next, on) >= now.step) {
            return false;
        }
        decide(next, on, now, "step-down");
        return true;
    }

    private void sideways(Course now, LocalDate on) {
        int age = citizen.ageOn(on);
        String next = now.measure;
        for (int i = 0; i < 5 && next.equals(now.measure); i++) {
            String other = !group.children()
                    ? measures.forAdults(group, now.step, on, dice)
                    : now.placement ? measures.placement(age, on, dice) : measures.atHome(now.step, age, dice);
            if (measures.step(group.code(), other, on) == now.step && allowed(other, on)) {
                next = other;
            }
        }
        if (!next.equals(now.measure)) {
            decide(next, on, now, "lateral-move");
        } else {
            extend(now, on);
        }
    }

    private String supplement(Course now, LocalDate on) {
        if (!group.children()) {
            return measures.forAdults(group, dice.between(1, now.step), on, dice);
        }
        if (now.placement && dice.chance(0.4)) {
            return "FORAELDRE-STOETTEPERSON";
        }
        return measures.atHome(now.step == 1 ? 1 : 2, citizen.ageOn(on), dice);
    }

    private void extend(Course course, LocalDate on) {
        if (course.plannedEnd.isBefore(on.plusDays(CONFIRMED_AHEAD))) {
            course.plannedEnd = dice.daysAfter(on, CONFIRMED_AHEAD + 10, 420);
            Map<String, Object> data = data("plannedEnd", course.plannedEnd.toString());
            data.put("reason", "Målene er endnu ikke nået");
            story.happens("extend", on, data).intervention(course.ref);
        }
    }

    private void endSupplements(LocalDate on, double share) {
        for (Course course : List.copyOf(supplements)) {
            if (course.start.isBefore(on) && dice.chance(share)) {
                end(
                        course,
                        on,
                        List.of(dice.chance(0.6) ? "GOALS_REACHED" : "PLANNED_END"),
                        destination(course, on),
                        false);
                supplements.remove(course);
            }
        }
    }

    private void end(Course course, LocalDate on, List<String> reasons, String destination, boolean breakdown) {
        Map<String, Object> data = data("reasons", reasons);
        data.put("destination", destination);
        data.put("breakdown", breakdown);
        if (breakdown || dice.chance(0.3)) {
            data.put("explanation", breakdown ? "Opholdet kunne ikke fortsætte" : "Afsluttet efter fælles vurdering");
        }
        story.happens("end", on, data).intervention(course.ref);
    }

    private String destination(Course course, LocalDate on) {
        if (!course.placement) {
            return "STAYS_AT_HOME";
        }
        double share = dice.share();
        if (citizen.ageOn(on) >= 17) {
            return share < 0.5 ? "OWN_HOME" : share < 0.85 ? "PARENTS_HOME" : share < 0.93 ? "OTHER_FAMILY" : "UNKNOWN";
        }
        return share < 0.84
                ? "PARENTS_HOME"
                : share < 0.92 ? "OTHER_FAMILY" : share < 0.96 ? "NETWORK_NOT_FAMILY" : "UNKNOWN";
    }

    private void close(LocalDate scored, LocalDate closes, boolean grownOut) {
        LocalDate exit = closes.minusDays(dice.between(0, 6));
        if (ChronoUnit.DAYS.between(scored, exit) > 30) {
            wellbeing.halfYear(0);
            readings.score(exit, "EXIT", tilbud());
        }
        Course now = main;
        if (now != null) {
            List<String> reasons = grownOut
                    ? List.of("AGE_LIMIT")
                    : dice.chance(0.2)
                            ? List.of("GOALS_REACHED", "PLANNED_END")
                            : List.of(dice.weighted(SINGLE_REASONS));
            end(now, closes, reasons, grownOut ? "OTHER_INTERVENTION" : destination(now, closes), false);
            ended = now;
            main = null;
        }
        for (Course course : supplements) {
            end(course, closes, List.of("PLANNED_END"), destination(course, closes), false);
        }
        supplements.clear();
        story.happens(
                "close",
                closes,
                data(
                        "reason",
                        grownOut
                                ? "Sagen fortsætter i en ny målgruppe"
                                : "Ingen aktive indsatser og intet aktuelt behov"));
    }

    private static Map<String, Double> singleReasons() {
        Map<String, Double> reasons = new LinkedHashMap<>();
        reasons.put("GOALS_REACHED", 0.45);
        reasons.put("PLANNED_END", 0.20);
        reasons.put("NEED_CHANGED", 0.15);
        reasons.put("MOVED_TO_OTHER_MUNICIPALITY", 0.10);
        reasons.put("CONSENT_WITHDRAWN", 0.05);
        reasons.put("OTHER", 0.05);
        return reasons;
    }

    private @Nullable String tilbud() {
        return main == null ? null : main.tilbud;
    }

    static Map<String, Object> data(String key, Object value) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(key, value);
        return data;
    }
}
