package dk.effektspor.demo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Invents people: names nobody bears, CPR numbers nobody has (the day is raised by 60), roads not on any map. */
final class People {

    private static final List<String> FIRST = List.of(
            "Almida",
            "Bodvig",
            "Celvin",
            "Dagrun",
            "Elvar",
            "Fennja",
            "Gudvin",
            "Hellika",
            "Ingvald",
            "Jordis",
            "Kelmar",
            "Liselil",
            "Malvin",
            "Nellika",
            "Olvar",
            "Pernelda",
            "Ragnild",
            "Solvej-Ann",
            "Torvin",
            "Ulrikke",
            "Valdis",
            "Ymir",
            "Ærika",
            "Østen",
            "Åselil",
            "Birkely",
            "Dorvin",
            "Emfrid",
            "Florina",
            "Gjertmar",
            "Havlit",
            "Iselin",
            "Junivar",
            "Karlfrid",
            "Lunilda",
            "Marvild",
            "Nordal",
            "Oddine",
            "Pilvar",
            "Runilda");

    private static final List<String> LAST = List.of(
            "Aagren",
            "Bakkelund-Friis",
            "Dalvænge",
            "Egetofte",
            "Fjordmark",
            "Grenholt",
            "Havlykke",
            "Isbæk",
            "Kildevang",
            "Lyngrose",
            "Mosegren",
            "Nattergreen",
            "Overlund",
            "Pilehøj",
            "Rugvang",
            "Skovlykke",
            "Tjørnager",
            "Ulvkær",
            "Vindelev",
            "Ørnfelt",
            "Ålekær",
            "Bregnedal",
            "Enghave-Toft",
            "Hasselrød",
            "Klitlund",
            "Rønnegren");

    private static final List<String> ROADS = List.of(
            "Lyngstien",
            "Tjørnegangen",
            "Ærtevænget",
            "Pilegrenen",
            "Mosestræde",
            "Rugkrogen",
            "Isfuglevej",
            "Østergrenen",
            "Ålestien",
            "Kildekrogen",
            "Bregnegangen",
            "Hasselkrogen");

    private final Map<LocalDate, Integer> bornOn = new HashMap<>();

    Citizen citizen(LocalDate wished, Dice dice) {
        LocalDate born = wished;
        // 1,000 numbers a day are more than enough for any city but one in which everyone has the same birthday.
        while (bornOn.getOrDefault(born, 0) > 999) {
            born = born.minusDays(1);
        }
        int number = bornOn.merge(born, 1, Integer::sum) - 1;
        return new Citizen(cpr(born, number), dice.pick(FIRST) + " " + dice.pick(LAST), born);
    }

    /** The seventh digit tells the century: 0-3 the 1900s, 4-9 the 2000s until 2036. */
    private static String cpr(LocalDate born, int number) {
        int century = born.getYear() < 2000 ? number % 4 : 4 + number % 6;
        return String.format(
                Locale.ROOT,
                "%02d%02d%02d-%d%03d",
                born.getDayOfMonth() + 60,
                born.getMonthValue(),
                born.getYear() % 100,
                century,
                number);
    }

    static LocalDate born(String cpr) {
        int year = Integer.parseInt(cpr.substring(4, 6)) + (cpr.charAt(7) < '4' ? 1900 : 2000);
        return LocalDate.of(year, Integer.parseInt(cpr.substring(2, 4)), Integer.parseInt(cpr.substring(0, 2)) - 60);
    }

    static String address(Dice dice) {
        return dice.pick(ROADS) + " " + dice.between(1, 96)
                + dice.pick(List.of("", ", st. tv.", ", 1. th.", ", 3. mf."));
    }
}
