package dk.effektspor.demo;

import java.util.ArrayList;
import java.util.List;

/** The free text of an invented city: short, Danish, and about nobody. */
final class Words {

    private static final List<String> GOALS = List.of(
            "Stabil skolegang eller beskæftigelse",
            "Mere ro og forudsigelighed i hverdagen",
            "Styrket kontakt til familie og netværk",
            "Færre konflikter i hjemmet",
            "Egen bolig med passende støtte",
            "Bedre helbred og faste aftaler med læge",
            "En fritidsaktivitet hver uge",
            "Overblik over økonomien");
    private static final List<String> DECISIONS = List.of(
            "Undersøgelsen peger på et behov, som denne indsats kan dække",
            "Borgeren og netværket er enige i indsatsen",
            "Tidligere indsats har ikke været tilstrækkelig",
            "Indsatsen er den mindst indgribende, der kan løse opgaven");
    private static final List<String> UP = List.of(
            "Udviklingen er gået i stå, og behovet er større end først vurderet",
            "Kompasset viser tilbagegang på flere dimensioner",
            "Bekymringen er vokset trods den nuværende indsats");
    private static final List<String> DOWN = List.of(
            "Målene er delvist nået, og en mindre indgribende indsats er nok",
            "Kompasset viser fremgang, og netværket kan tage over",
            "Aftalt nedtrapning efter planen");
    private static final List<String> NOTES = List.of(
            "Telefonsamtale med borgeren om den kommende tid",
            "Status fra tilbuddet modtaget og læst",
            "Samtale på kontoret; aftaler gennemgået",
            "Aftale om næste møde sendt",
            "Besøg på tilbuddet; borgeren trives",
            "Skolen har givet en kort status",
            "Borgeren mødte ikke op; ny tid aftalt",
            "Opfølgning på mål og delmål drøftet med kontaktpersonen");
    private static final List<String> EXITS = List.of(
            "Udslusning over tre måneder med støtte fra netværket",
            "Overgang til almenområdet forberedes fra første dag",
            "Nedtrapning i aftalte skridt; opfølgning efter to måneder");

    private Words() {}

    static List<String> goals(Dice dice) {
        List<String> goals = new ArrayList<>();
        for (int i = dice.between(1, 3); i > 0; i--) {
            String goal = dice.pick(GOALS);
            if (!goals.contains(goal)) {
                goals.add(goal);
            }
        }
        return goals;
    }

    static String decision(Dice dice) {
        return dice.pick(DECISIONS);
    }

    static String up(Dice dice) {
        return dice.pick(UP);
    }

    static String down(Dice dice) {
        return dice.pick(DOWN);
    }

    static String note(Dice dice) {
        return dice.pick(NOTES);
    }

    static String exit(Dice dice) {
        return dice.pick(EXITS);
    }
}
