package dk.effektspor.demo;

import dk.effektspor.shared.catalogue.Catalogue;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Invents the city citizen by citizen and holds no more than one case at a time. */
final class City {

    private static final double REOPENED = 0.10;
    private static final int SHORTEST = 70;

    private final CityPlan plan;
    private final Measures measures;
    private final People people = new People();
    private int cases;

    City(CityPlan plan, Catalogue catalogue) {
        this.plan = plan;
        this.measures = new Measures(catalogue, plan);
    }

    /** Hands over each case's lines. */
    void tell(Consumer<List<Line>> cases) {
        Map<String, Double> weights = new LinkedHashMap<>();
        Group.ALL.forEach((code, group) -> weights.put(code, group.weight()));
        for (int i = 0; i < plan.citizens(); i++) {
            Dice dice = new Dice(plan.seed(), i);
            citizen(group(dice.weighted(weights)), dice, cases);
        }
    }

    private static Group group(String code) {
        Group group = Group.ALL.get(code);
        if (group == null) {
            throw new IllegalStateException(code);
        }
        return group;
    }

    private void citizen(Group first, Dice dice, Consumer<List<Line>> cases) {
        long days = plan.until().toEpochDay() - plan.from().toEpochDay();
        // Most came in the first half, so that there is a course to look back on.
        LocalDate opened = plan.from().plusDays(Math.round((days - 45) * StrictMath.pow(dice.share(), 2.4)));
        int age = dice.between(first.ageFrom(), first.ageTo());
        Citizen citizen = people.citizen(opened.minusYears(age).minusDays(dice.between(1, 364)), dice);
        Group group = first;
        String goesOn = null;
        while (true) {
            LocalDate grown = citizen.birthday(group.ends());
            LocalDate wished = opened.plusDays(SHORTEST + Math.round(365 * dice.waiting(group.meanYears())));
            boolean grownOut = !wished.isBefore(grown);
            LocalDate closes = grownOut ? grown : wished;
            Casework casework = tell(group, citizen, opened, closes, grownOut, goesOn, dice, cases);
            String next = group.next();
            if (!grownOut || next == null || closes.isAfter(plan.until().minusDays(30))) {
                return;
            }
            goesOn = casework.lastMeasure();
            group = group(next);
            opened = closes;
        }
    }

    private Casework tell(
            Group group,
            Citizen citizen,
            LocalDate opened,
            LocalDate closes,
            boolean grownOut,
            @Nullable String goesOn,
            Dice dice,
            Consumer<List<Line>> consumer) {
        Story story = new Story(String.format(Locale.ROOT, "%d-%07d", opened.getYear(), ++cases), plan.until());
        Casework casework = new Casework(measures, group, citizen, story, dice);
        casework.open(opened, closes, grownOut, goesOn);
        LocalDate again = dice.daysAfter(closes, 60, 300);
        if (!grownOut && again.isBefore(plan.until().minusDays(60)) && dice.chance(REOPENED)) {
            LocalDate later = again.plusDays(SHORTEST + Math.round(365 * dice.waiting(1)));
            LocalDate grown = citizen.birthday(group.ends());
            if (grown.minusDays(SHORTEST).isAfter(again)) {
                casework.reopen(again, later.isAfter(grown) ? grown : later);
            }
        }
        consumer.accept(story.lines(dice));
        return casework;
    }
}
