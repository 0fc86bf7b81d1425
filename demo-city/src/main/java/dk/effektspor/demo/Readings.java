package dk.effektspor.demo;

import static dk.effektspor.demo.Casework.data;

import dk.effektspor.shared.catalogue.Catalogue;
import dk.effektspor.shared.catalogue.Compass;
import dk.effektspor.shared.catalogue.Compass.Dimension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A case's scorings: the employee's, now and then the citizen's own, and what was wrong with some of them. */
final class Readings {

    private static final double OWN_COMPASS = 0.35;
    private static final double SECOND_RATER = 0.03;

    private final Catalogue catalogue;
    private final Group group;
    private final Story story;
    private final Dice dice;
    private final Wellbeing wellbeing;
    private final boolean willing;
    private final boolean drugFree;
    private @Nullable String latest;
    private LocalDate latestOn = LocalDate.MIN;
    private int refs;

    Readings(Catalogue catalogue, Group group, Story story, Dice dice, Wellbeing wellbeing) {
        this.catalogue = catalogue;
        this.group = group;
        this.story = story;
        this.dice = dice;
        this.wellbeing = wellbeing;
        this.willing = dice.chance(0.6);
        this.drugFree = dice.chance(0.55);
    }

    /** Scores and answers with the date. */
    LocalDate score(LocalDate on, String occasion, @Nullable String tilbud) {
        Map<String, Object> scoring = scoring(on, "EMPLOYEE", occasion, tilbud, 0);
        String ref = "s" + ++refs;
        story.happens("score", on, scoring).scoring(ref);
        if (dice.chance(0.006)) {
            again(on, occasion, tilbud);
        } else {
            latest = ref;
            latestOn = on;
            if (dice.chance(0.015)) {
                correct(on, ref, scoring);
            }
        }
        if (willing && dice.chance(OWN_COMPASS / 0.6)) {
            LocalDate filledIn = occasion.equals("EXIT") ? on : dice.daysAfter(on, 0, 3);
            story.happens("score", filledIn, scoring(on, "CITIZEN", occasion, tilbud, 0.4))
                    .scoring("s" + ++refs)
                    .late(0.1);
        }
        if (dice.chance(SECOND_RATER)) {
            story.happens("score", on, scoring(on, "SECOND_RATER", occasion, tilbud, -0.1))
                    .scoring("s" + ++refs)
                    .late(0.1);
        }
        return on;
    }

    /** The reading a decision rests on, if there is one by then. */
    List<String> latest(LocalDate on) {
        return latest == null || latestOn.isAfter(on) ? List.of() : List.of(latest);
    }

    /** The scoring just made was another citizen's. */
    private void again(LocalDate on, String occasion, @Nullable String tilbud) {
        story.happens("annul-scoring", on, data("reason", "Registreret på den forkerte borger"))
                .scoring("s" + refs)
                .late(0.5);
        String ref = "s" + ++refs;
        story.happens("score", on, scoring(on, "EMPLOYEE", occasion, tilbud, 0)).scoring(ref);
        latest = ref;
        latestOn = on;
    }

    private void correct(LocalDate on, String ref, Map<String, Object> scoring) {
        List<Object> scores = new ArrayList<>(scoring.get("scores") instanceof List<?> before ? before : List.of());
        int wrong = dice.between(0, scores.size() - 1);
        if (scores.get(wrong) instanceof Map<?, ?> slip && slip.containsKey("score")) {
            scores.set(wrong, slipped(slip));
            Map<String, Object> right = new LinkedHashMap<>(scoring);
            right.put("scores", scores);
            right.put("reason", "Tastefejl");
            story.happens("correct-scoring", on, right).scoring(ref).late(0.9);
        }
    }

    private static Map<String, Object> slipped(Map<?, ?> before) {
        Map<String, Object> after = new LinkedHashMap<>();
        before.forEach((key, value) -> after.put(String.valueOf(key), value));
        if (after.get("score") instanceof Integer score) {
            after.put("score", score > Compass.LOWEST ? score - 1 : score + 1);
        }
        return after;
    }

    private Map<String, Object> scoring(
            LocalDate on, String rater, String occasion, @Nullable String tilbud, double bias) {
        Compass compass = catalogue.compassOn(group.code(), on).orElseThrow();
        Map<String, Object> scoring = data("compass", compass.code());
        scoring.put("compassVersion", compass.version());
        scoring.put("rater", rater);
        scoring.put("occasion", occasion);
        if (tilbud != null) {
            scoring.put("tilbud", tilbud);
        }
        List<Object> scores = new ArrayList<>();
        for (Dimension dimension : compass.dimensions()) {
            scores.add(score(dimension, occasion, bias));
        }
        scoring.put("scores", scores);
        return scoring;
    }

    private Map<String, Object> score(Dimension dimension, String occasion, double bias) {
        Map<String, Object> score = data("dimension", dimension.no());
        int reading = wellbeing.reading(dimension.no(), bias);
        if (dice.chance(occasion.equals("ENTRY") ? 0.06 : 0.025)) {
            score.put(
                    "notAssessed",
                    occasion.equals("ENTRY") && dice.chance(0.6)
                            ? "NOT_KNOWN_YET"
                            : dice.pick(List.of("NOT_RELEVANT", "CITIZEN_DECLINED", "OTHER")));
            return score;
        }
        score.put("score", reading);
        if (!dimension.variants().isEmpty()) {
            score.put("variant", dimension.variants().get(drugFree ? 0 : 1));
        }
        if (dice.chance(0.04)) {
            score.put("comment", "Drøftet med borgeren");
        }
        return score;
    }
}
